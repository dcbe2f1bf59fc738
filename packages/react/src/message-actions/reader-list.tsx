import type { KnownConversation } from '@vibe/client';
import type { Message, Participant } from '@vibe/contract';
import { useId } from 'react';
import { Avatar } from '../people/avatar.tsx';
import { useFormat } from '../provider/use-chat.ts';
import { reachedAt } from './reached-at.ts';
import { ReceiptTime } from './receipt-time.tsx';

export interface ReaderListProps {
  title: string;
  conversation: KnownConversation;
  message: Message;
  members: readonly Participant[];
  /** How far they got with it; null for those whom it has not reached. */
  step: 'read' | 'delivered' | null;
}

/** Members who got equally far with a message; nothing where there are none. */
export function ReaderList({ title, conversation, message, members, step }: ReaderListProps) {
  const format = useFormat();
  const titleId = useId();
  if (members.length === 0) return null;
  return (
    <section className="vc-readers" aria-labelledby={titleId}>
      <h3 className="vc-readers-title" id={titleId}>
        {title} <span>{format.number(members.length)}</span>
      </h3>
      <ul>
        {members.map(({ userId, user }) => (
          <li key={userId} className="vc-reader">
            <Avatar id={userId} name={user.fullName} imageUrl={user.avatarUrl} size="small" />
            <span className="vc-reader-name" dir="auto">
              {user.fullName}
            </span>
            <ReceiptTime at={step && reachedAt(conversation, message, userId, step)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
