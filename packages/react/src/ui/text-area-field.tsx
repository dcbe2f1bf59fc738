import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field.tsx';

export type TextAreaFieldProps = ComponentProps<'textarea'> & FieldProps;

/** Several lines of text; it grows with them. */
export function TextAreaField({
  label,
  problem,
  hint,
  isLabelHidden = false,
  maxChars,
  className,
  ...area
}: TextAreaFieldProps) {
  const field = { label, problem, hint, isLabelHidden, maxChars, className };
  return (
    <Field {...field} written={String(area.value ?? '')}>
      {(control) => (
        <textarea dir="auto" rows={3} {...area} {...control} className="vc-input vc-input-lines" />
      )}
    </Field>
  );
}
