import { type ReactNode, useId } from 'react';
import { useFormat } from '../provider/use-chat.ts';
import { classNames } from './class-names.ts';

export interface FieldProps {
  label: string;
  /** What is wrong with what was typed; it stands beside the field. */
  problem?: string | null | undefined;
  hint?: string | undefined;
  /** The label is read out and not shown. */
  isLabelHidden?: boolean;
  /** Most characters; a counter appears as they near it. They are not cut off: one sees what is too much. */
  maxChars?: number | undefined;
}

/** What the control itself needs to belong to its label and notes. */
export interface ControlProps {
  id: string;
  className: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

interface FieldFrameProps extends FieldProps {
  /** What is written in it, for the counter. */
  written: string;
  className?: string | undefined;
  children(control: ControlProps): ReactNode;
}

/** A control's label above it; below it what is wrong, or else a hint, and how many characters are left. */
export function Field(props: FieldFrameProps) {
  const { label, problem, hint, isLabelHidden = false, maxChars, written, className, children } = props;
  const id = useId();
  const noteId = useId();
  const counterId = useId();
  const note = problem ?? hint;
  const hasCounter = maxChars !== undefined && isNear(written, maxChars);
  return (
    <div className={classNames('vc-field', className)}>
      <label className={isLabelHidden ? 'vc-hidden' : 'vc-field-label'} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        className: 'vc-input',
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': classNames(note && noteId, hasCounter && counterId) || undefined,
      })}
      {(note || hasCounter) && (
        <div className="vc-field-notes">
          {note && (
            <p
              className={problem ? 'vc-field-problem' : 'vc-field-hint'}
              id={noteId}
              role={problem ? 'alert' : undefined}
            >
              {note}
            </p>
          )}
          {hasCounter && <Counter id={counterId} chars={[...written].length} maxChars={maxChars} />}
        </div>
      )}
    </div>
  );
}

/** Within the last fifth. Code points, as the limits count; their number is at most that of code units. */
const isNear = (written: string, maxChars: number): boolean => written.length >= maxChars * 0.8;

function Counter({ id, chars, maxChars }: { id: string; chars: number; maxChars: number }) {
  const format = useFormat();
  return (
    <p
      id={id}
      className={classNames('vc-field-counter', chars > maxChars ? 'vc-field-problem' : 'vc-field-hint')}
    >
      {format.number(chars)}&#x2009;/&#x2009;{format.number(maxChars)}
    </p>
  );
}
