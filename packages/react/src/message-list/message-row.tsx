import type { PendingChange, PendingMessage } from '@vibe/client';
import type { Message } from '@vibe/contract';
import { memo } from 'react';
import type { Progress } from '../people/progress-mark.tsx';
import { SenderAvatar } from '../people/sender-avatar.tsx';
import { MessageArticle } from './message-article.tsx';
import type { RowFacts } from './row-facts.ts';
import { RowMarkers } from './row-markers.tsx';
import { useAtHand } from './use-at-hand.ts';
import type { RowActions } from './use-row-actions.ts';

export interface MessageRowProps extends RowFacts {
  /** Null while it is on its way: `pending` says what. */
  message: Message | null;
  pending: PendingMessage | null;
  /** What was done to a stored one, and is on its way; `message` is as it leaves it. */
  change: PendingChange | null;
  isOwn: boolean;
  /** Whether name and picture tell who wrote it. */
  hasSender: boolean;
  /** How far an own one got, or what was done to it. */
  progress: Progress | null;
  isPointedOut: boolean;
  isMenuOpen: boolean;
  isTabStop: boolean;
  actions: RowActions;
}

/** One message, with what stands above it. Rendered again only when something of it changes. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, pending, isOwn, hasSender, startsGroup, endsGroup, isPointedOut } = props;
  const { isAtHand, ...atHand } = useAtHand();
  return (
    <>
      <RowMarkers {...props} createdAt={(message ?? pending)?.createdAt ?? ''} />
      <div
        className="vc-message"
        data-own={isOwn}
        data-starts={startsGroup}
        data-ends={endsGroup}
        data-pointed-out={isPointedOut || undefined}
        {...atHand}
      >
        {hasSender && (
          <span className="vc-message-avatar">
            {endsGroup && message && <SenderAvatar userId={message.senderId} />}
          </span>
        )}
        <MessageArticle {...props} isAtHand={isAtHand} />
      </div>
    </>
  );
});
