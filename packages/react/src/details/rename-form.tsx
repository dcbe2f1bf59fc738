import { limits } from '@vibe/contract';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useFormat, useText } from '../provider/use-chat.ts';
import { Button } from '../ui/button.tsx';
import { Problem } from '../ui/problem.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useDeed } from '../ui/use-deed.ts';
import { useConversationDeeds } from './use-details.ts';

interface RenameFormProps {
  conversationId: number;
  name: string;
  /** Renamed, or given up. */
  onDone(): void;
}

export function RenameForm({ conversationId, name, onDone }: RenameFormProps) {
  const { details: text, ui } = useText();
  const { rename } = useConversationDeeds(conversationId);
  const [typed, setTyped] = useState(name);
  const [isTried, setIsTried] = useState(false);
  const wrong = useNameProblem(typed);
  const deed = useDeed(async () => {
    if (typed !== name) await rename(typed);
    onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (wrong === null && !deed.isBusy) deed.run();
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // It is this form that it leaves, not the pane.
    event.preventDefault();
    onDone();
  };
  const refused = deed.fields.name ?? null;
  return (
    <form className="vc-details-rename" onSubmit={submit} onKeyDown={giveUp} noValidate>
      <TextField
        label={text.groupName}
        isLabelHidden
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        maxChars={limits.nameChars}
        problem={(isTried && wrong) || refused}
        autoComplete="off"
        autoFocus
        onFocus={(event) => event.target.select()}
      />
      {deed.problem && !refused && <Problem>{deed.problem}</Problem>}
      <div className="vc-dialog-actions">
        <Button onClick={onDone}>{ui.cancel}</Button>
        <Button kind="primary" type="submit" isBusy={deed.isBusy}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}

/** What is wrong with the name, in words; null where nothing is. */
function useNameProblem(name: string): string | null {
  const { details: text } = useText();
  const format = useFormat();
  if (name.trim() === '') return text.nameBlank;
  return [...name].length > limits.nameChars ? text.nameTooLong(format.number(limits.nameChars)) : null;
}
