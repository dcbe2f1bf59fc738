import type { PendingMessage } from '@vibe/client';
import { useRef } from 'react';
import { useText } from '../provider/use-chat.ts';
import { Button } from '../ui/button.tsx';
import { useFocusAfter } from './use-focus-after.ts';
import type { RowActions } from './use-row-actions.ts';

/** Why an own message was refused, and what can be done about it. */
export function FailedNote({ pending, actions }: { pending: PendingMessage; actions: RowActions }) {
  const { messages } = useText();
  const { clientId, failure } = pending;
  const note = useRef<HTMLDivElement>(null);
  useFocusAfter(note);
  return (
    <div ref={note} className="vc-failed" role="alert">
      <p>{failure?.message}</p>
      <div className="vc-failed-actions">
        <Button kind="plain" onClick={() => actions.retry(clientId)}>
          {messages.retry}
        </Button>
        <Button kind="plain" onClick={() => actions.mend(clientId)}>
          {messages.edit}
        </Button>
        <Button kind="plain" onClick={() => actions.discard(clientId)}>
          {messages.discard}
        </Button>
      </div>
    </div>
  );
}
