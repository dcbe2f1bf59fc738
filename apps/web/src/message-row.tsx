import { type ConversationState, describeFailure, messageStatus } from '@vibe/client';
import { can, type Message } from '@vibe/contract';
import { useChat, useSync } from '@vibe/react';
import { useState } from 'react';
import { describeMessage, nameOf } from './describe-message.ts';
import { EditMessage } from './edit-message.tsx';

export function MessageRow({ known, message }: { known: ConversationState; message: Message }) {
  const { sync } = useChat();
  const me = useSync((state) => state.me);
  const name = useSync(({ chat }) => nameOf(chat, message.senderId));
  const text = useSync(({ chat }) => describeMessage(chat, message));
  const [isEditing, setIsEditing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  if (message.kind === 'system') return <p className="system">{text}</p>;
  const isOwn = message.senderId === me?.user.id;
  const isDeleted = message.deletedAt !== null;
  const actor = me && { userId: me.user.id, role: me.user.role, scopes: me.scopes };
  const { membership, type } = known.conversation;
  const may = (action: 'message.edit' | 'message.delete') =>
    actor && !isDeleted && can(actor, action, { conversation: { type }, membership, message });
  const remove = () => {
    sync.delete(message.id).catch((error) => setProblem(describeFailure(error).message));
  };

  return (
    <article className={isOwn ? 'message own' : 'message'}>
      {!isOwn && type === 'group' && <span className="sender">{name}</span>}
      {isEditing ? (
        <EditMessage message={message} onDone={() => setIsEditing(false)} />
      ) : (
        <p className={isDeleted ? 'text deleted' : 'text'} dir="auto">
          {text}
        </p>
      )}
      <footer>
        <time dateTime={message.createdAt}>{timeOf(message.createdAt)}</time>
        {message.editedAt !== null && !isDeleted && <span>edited</span>}
        {isOwn && <span>{messageStatus(known, message)}</span>}
        {may('message.edit') && !isEditing && (
          <button type="button" className="link" onClick={() => setIsEditing(true)}>
            Edit
          </button>
        )}
        {may('message.delete') && (
          <button type="button" className="link" onClick={remove}>
            Delete
          </button>
        )}
      </footer>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </article>
  );
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const calendar = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function timeOf(instant: string): string {
  const time = new Date(instant);
  return (time.toDateString() === new Date().toDateString() ? clock : calendar).format(time);
}
