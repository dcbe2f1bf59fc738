import '@vibe/react/styles.css';
import { createRoot } from 'react-dom/client';
import { type ChatLook, NorthgateChat, type NorthgateChatProps } from './northgate-chat.tsx';

export interface MountedChat {
  restyle(look: ChatLook): void;
  unmount(): void;
}

/** Puts the chat into a page that is not made with React. */
export function mountChat(
  { panel, ...chat }: Omit<NorthgateChatProps, 'look'> & { panel: HTMLElement },
  look: ChatLook,
): MountedChat {
  const root = createRoot(panel);
  const restyle = (next: ChatLook) => root.render(<NorthgateChat {...chat} look={next} />);
  restyle(look);
  return { restyle, unmount: () => root.unmount() };
}
