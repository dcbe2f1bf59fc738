import { createContext, type ReactNode, useContext } from 'react';
import { useChatContext } from './use-chat.ts';

const InScope = createContext(false);

/**
 * The element whose class all of our styles are under. Each part that a host page may use by itself puts one around
 * itself; within another part it adds nothing.
 */
export function ChatScope({ children }: { children: ReactNode }) {
  const { theme, locale } = useChatContext();
  if (useContext(InScope)) return children;
  return (
    <InScope value={true}>
      <div className="vibe-chat" data-theme={theme} lang={locale}>
        {children}
      </div>
    </InScope>
  );
}
