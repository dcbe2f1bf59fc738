import { memo } from 'react';
import { MessageList, type MessageListProps } from './message-list.tsx';
import { useKeptLists } from './use-kept-lists.ts';

interface MessageListsProps extends Omit<MessageListProps, 'conversationId' | 'isShown'> {
  /** The one to be shown; null for none. */
  conversationId: number | null;
}

/**
 * The messages of one conversation, and, out of sight, those of the few that were shown before it: going back to one of
 * them draws only what is new in it.
 */
export function MessageLists({ conversationId, ...props }: MessageListsProps) {
  return (
    <div className="vc-message-lists" hidden={conversationId === null}>
      {useKeptLists(conversationId).map((list) => (
        <KeptMessageList
          key={list.conversationId}
          conversationId={list.conversationId}
          {...props}
          isShown={list.conversationId === conversationId}
        />
      ))}
    </div>
  );
}

/** What is out of sight, and stays so, has nothing to do with what is given to the one on the screen. */
const KeptMessageList = memo(
  MessageList,
  (before, after) => !(before.isShown || after.isShown) || areSame(before, after),
);

function areSame(before: MessageListProps, after: MessageListProps): boolean {
  return (
    before.isShown === after.isShown &&
    before.seq === after.seq &&
    before.actions === after.actions &&
    before.onEditPending === after.onEditPending
  );
}
