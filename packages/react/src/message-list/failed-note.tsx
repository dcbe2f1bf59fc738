import { useRef } from 'react';
import { useText } from '../provider/use-chat.ts';
import { Button } from '../ui/button.tsx';
import { useFocusAfter } from './use-focus-after.ts';
import type { Refused, RowActions } from './use-row-actions.ts';

interface FailedNoteProps {
  reason: string;
  target: Refused;
  /** Whether it has words that could be mended. */
  canEdit?: boolean;
  actions: RowActions;
}

/** Why what the person did was refused, and what can be done about it. */
export function FailedNote({ reason, target, canEdit = true, actions }: FailedNoteProps) {
  const { messages } = useText();
  const note = useRef<HTMLDivElement>(null);
  useFocusAfter(note);
  return (
    <div ref={note} className="vc-failed" role="alert">
      <p>{reason}</p>
      <div className="vc-failed-actions">
        <Button kind="plain" onClick={() => actions.retry(target)}>
          {messages.retry}
        </Button>
        {canEdit && (
          <Button kind="plain" onClick={() => actions.mend(target)}>
            {messages.edit}
          </Button>
        )}
        <Button kind="plain" onClick={() => actions.discard(target)}>
          {messages.discard}
        </Button>
      </div>
    </div>
  );
}
