import { Ellipsis } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { FailedNote } from './failed-note.tsx';
import { MessageBubble } from './message-bubble.tsx';
import type { MessageRowProps } from './message-row.tsx';
import { SenderName } from './sender-name.tsx';
import { useMessageMenu } from './use-message-menu.ts';
import { useRowLabel } from './use-row-label.ts';

/** The message itself, with its menu; what a screen reader reads as one thing. */
export function MessageArticle(props: MessageRowProps & { isAtHand: boolean }) {
  const { message, pending, change, hasSender, startsGroup, isMenuOpen, isTabStop, isAtHand, actions } =
    props;
  const { messages } = useText();
  const hasMenu = message !== null && message.deletedAt === null && message.kind === 'text';
  const gestures = useMessageMenu(hasMenu ? message : null, actions);
  return (
    <article
      className="vc-message-body"
      data-row
      data-menu-open={isMenuOpen || undefined}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={useRowLabel(props)}
      {...gestures}
    >
      {hasSender && startsGroup && message && <SenderName userId={message.senderId} />}
      <div className="vc-message-line">
        <MessageBubble {...props} />
        {hasMenu && (isAtHand || isMenuOpen) && (
          <IconButton
            className="vc-message-more"
            icon={Ellipsis}
            label={messages.more}
            tabIndex={-1}
            aria-haspopup="menu"
            aria-expanded={isMenuOpen}
            onClick={(event) => actions.openMenu(message, event.currentTarget)}
          />
        )}
      </div>
      {pending?.failure && (
        <FailedNote
          reason={pending.failure.message}
          target={{ clientId: pending.clientId }}
          actions={actions}
        />
      )}
      {change?.failure && message && (
        <FailedNote
          reason={change.failure.message}
          target={{ messageId: message.id }}
          canEdit={change.content !== null}
          actions={actions}
        />
      )}
    </article>
  );
}
