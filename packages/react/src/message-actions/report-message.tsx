import { limits } from '@vibe/contract';
import { type FormEvent, useId, useState } from 'react';
import { useChat, useFormat, useText } from '../provider/use-chat.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Problem } from '../ui/problem.tsx';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { useDeed } from '../ui/use-deed.ts';
import type { MessageDialogProps } from './delete-message.tsx';

/** Asks what is wrong with a message, and tells the people who run the chat. */
export function ReportMessage({
  message,
  returnFocusTo,
  onClose,
  say,
}: MessageDialogProps & { say: (words: string) => void }) {
  const { sync } = useChat();
  const { actions, ui } = useText();
  const format = useFormat();
  const formId = useId();
  const [reason, setReason] = useState('');
  const excess = [...reason].length - limits.reasonChars;
  const deed = useDeed(async () => {
    await sync.report(message.id, reason.trim().toWellFormed());
    say(actions.reported);
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (excess <= 0) deed.run();
  };
  const buttons = (
    <>
      <Button onClick={onClose}>{ui.cancel}</Button>
      <Button kind="primary" type="submit" form={formId} isBusy={deed.isBusy} disabled={excess > 0}>
        {actions.sendReport}
      </Button>
    </>
  );
  return (
    <Dialog
      title={actions.reportTitle}
      description={actions.reportHint}
      onClose={onClose}
      returnFocusTo={returnFocusTo}
      actions={buttons}
    >
      <form id={formId} onSubmit={submit}>
        <TextAreaField
          label={actions.reason}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          problem={excess > 0 ? actions.reasonTooLong(format.number(excess)) : null}
        />
      </form>
      {deed.problem && <Problem>{deed.problem}</Problem>}
    </Dialog>
  );
}
