import { describeFailure } from '@vibe/client';
import type { Message } from '@vibe/contract';
import { useChat } from '@vibe/react';
import { useState } from 'react';

export function EditMessage({ message, onDone }: { message: Message; onDone: () => void }) {
  const { sync } = useChat();
  const [content, setContent] = useState(message.content ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = () =>
    sync.edit(message.id, content).then(onDone, (error) => setProblem(describeFailure(error).message));

  return (
    <form
      className="edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <textarea
        aria-label="Edit message"
        value={content}
        onChange={(event) => setContent(event.target.value)}
        dir="auto"
      />
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" disabled={content.trim() === ''}>
        Save
      </button>
      <button type="button" className="link" onClick={onDone}>
        Cancel
      </button>
    </form>
  );
}
