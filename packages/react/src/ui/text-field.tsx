import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field.tsx';

export type TextFieldProps = ComponentProps<'input'> & FieldProps;

/** One line of text. */
export function TextField({
  label,
  problem,
  hint,
  isLabelHidden = false,
  maxChars,
  className,
  ...input
}: TextFieldProps) {
  const field = { label, problem, hint, isLabelHidden, maxChars, className };
  return (
    <Field {...field} written={String(input.value ?? '')}>
      {(control) => <input dir="auto" {...input} {...control} />}
    </Field>
  );
}
