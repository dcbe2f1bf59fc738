import { limits, type User } from '@vibe/contract';
import { useId, useRef } from 'react';
import { useText } from '../provider/use-chat.ts';
import { PersonChip } from './person-chip.tsx';
import { PickerResults } from './picker-results.tsx';
import { usePicker } from './use-picker.ts';

export interface PeoplePickerProps {
  selected: readonly User[];
  onChange(selected: readonly User[]): void;
  /** Who is not offered, beside oneself: who is there already. Keep it the same array from render to render. */
  excludedIds?: readonly number[];
  label: string;
  /** What is wrong with who was chosen. */
  problem?: string | null;
}

const nobody: readonly number[] = [];

/** A field in which one types names and chooses people, who stand in it as chips. It takes the focus when it appears. */
export function PeoplePicker(props: PeoplePickerProps) {
  const { selected, onChange, excludedIds = nobody, label, problem = null } = props;
  const { people: text } = useText();
  const picker = usePicker({ selected, onChange, excludedIds });
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const resultsId = `${id}results`;
  const problemId = `${id}problem`;
  const optionId = (userId: number) => `${id}${userId}`;
  const remove = (userId: number) => {
    picker.remove(userId);
    field.current?.focus();
  };
  return (
    <div className="vc-picker">
      <label className="vc-field-label" htmlFor={id}>
        {label}
      </label>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a larger target for the mouse alone */}
      <div className="vc-input vc-picker-field" onClick={() => field.current?.focus()}>
        {selected.map((user) => (
          <PersonChip key={user.id} user={user} onRemove={remove} />
        ))}
        <input
          ref={field}
          id={id}
          // An empty field would count as running from left to right.
          dir={picker.query === '' ? undefined : 'auto'}
          className="vc-picker-input"
          role="combobox"
          aria-expanded
          aria-controls={resultsId}
          aria-autocomplete="list"
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : problemId}
          aria-activedescendant={picker.active ? optionId(picker.active.id) : undefined}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: it is what its dialog was opened for
          autoFocus
          enterKeyHint="done"
          maxLength={limits.queryChars}
          placeholder={selected.length === 0 ? text.searchByName : undefined}
          value={picker.query}
          onChange={(event) => picker.type(event.target.value)}
          onKeyDown={picker.onKeyDown}
        />
      </div>
      {problem !== null && (
        <p className="vc-field-problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
      <PickerResults id={resultsId} label={label} optionId={optionId} picker={picker} />
    </div>
  );
}
