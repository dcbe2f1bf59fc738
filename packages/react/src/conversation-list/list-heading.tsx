import { ArrowLeft, SquarePen } from 'lucide-react';
import { prepareNewConversation } from '../new-conversation/lazy-new-conversation.tsx';
import { useText } from '../provider/use-chat.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** The list's name, and the button that starts a conversation. */
export function ListHeading({ onStart }: { onStart(): void }) {
  const { list } = useText();
  return (
    <header className="vc-list-heading">
      <h2 className="vc-list-title">{list.conversations}</h2>
      <IconButton
        icon={SquarePen}
        label={list.startNew}
        onClick={onStart}
        onPointerEnter={prepareNewConversation}
        onFocus={prepareNewConversation}
      />
    </header>
  );
}

/** The same place, while the archive is shown. */
export function ArchiveHeading({ onLeave }: { onLeave(): void }) {
  const { list } = useText();
  return (
    <header className="vc-list-heading">
      <IconButton icon={ArrowLeft} label={list.leaveArchive} onClick={onLeave} isDirectional />
      <h2 className="vc-list-title">{list.archived}</h2>
    </header>
  );
}
