import { Content } from '@vibe/contract';
import { useChat } from '@vibe/react';
import type { KeyboardEvent } from 'react';
import { useDraft } from './use-draft.ts';

export function Composer({ conversationId }: { conversationId: number }) {
  const { sync } = useChat();
  const [draft, setDraft] = useDraft(conversationId);
  const isBlank = draft.trim() === '';
  const problem = isBlank ? undefined : Content.safeParse(draft).error?.issues[0]?.message;

  const send = () => {
    if (isBlank || problem) return;
    sync.send(conversationId, draft);
    sync.stopTyping(conversationId);
    setDraft('');
  };
  const change = (content: string) => {
    setDraft(content);
    if (content === '') sync.stopTyping(conversationId);
    else sync.keystroke(conversationId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method's Enter ends its composition; it sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <textarea
        aria-label="Message"
        placeholder="Message"
        rows={1}
        dir="auto"
        value={draft}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="primary" disabled={isBlank || problem !== undefined}>
        Send
      </button>
    </form>
  );
}
