import { Ban } from 'lucide-react';
import { useText } from '../provider/use-chat.ts';
import { isEmojiOnly } from './emoji-only.ts';
import { MessageMeta } from './message-meta.tsx';
import type { MessageRowProps } from './message-row.tsx';
import { MessageText } from './message-text.tsx';

/** The words in their bubble, with time and mark at their end. A few emoji alone are large, and need none. */
export function MessageBubble({ message, pending, progress }: MessageRowProps) {
  const { messages } = useText();
  const isDeleted = message !== null && message.deletedAt !== null;
  const content = isDeleted ? null : ((message ?? pending)?.content ?? null);
  const isLarge = content !== null && isEmojiOnly(content);
  return (
    <div className={isLarge ? 'vc-bubble vc-bubble-large' : 'vc-bubble'} dir="auto">
      {content === null ? (
        <span className="vc-bubble-gone">
          <Ban size={14} aria-hidden />
          {isDeleted ? messages.deleted : messages.unknown}
        </span>
      ) : (
        <MessageText content={content} />
      )}
      <MessageMeta
        createdAt={(message ?? pending)?.createdAt ?? ''}
        isEdited={!isDeleted && message?.editedAt != null}
        progress={progress}
      />
    </div>
  );
}
