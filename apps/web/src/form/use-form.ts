import { type ChatFailure, describeFailure } from '@vibe/client';
import { type FormEvent, useState } from 'react';

/** What is wrong, by field; nothing for a field that is right. */
export type Problems<Field extends string> = Partial<Record<Field, string>>;

export interface FormPlan<Field extends string> {
  initial: Record<Field, string>;
  /** What can be told without the server. */
  check(values: Record<Field, string>): Problems<Field>;
  send(values: Record<Field, string>): Promise<void>;
  /** Refusals of the server that speak of one field, though it does not say so. */
  refusals?(failure: ChatFailure): Problems<Field>;
}

export interface Form<Field extends string> {
  /** What a `TextField` or `PasswordField` needs. */
  field(name: Field): FieldBinding;
  /** A failure that no field is to blame for. */
  problem: string | null;
  isBusy: boolean;
  onSubmit(event: FormEvent<HTMLFormElement>): void;
  values: Record<Field, string>;
}

export interface FieldBinding {
  name: string;
  value: string;
  problem: string | null;
  onChange(event: { target: { value: string } }): void;
}

/** A form whose problems stand beside its fields: from the first try on, and from then on as one types. */
export function useForm<Field extends string>(plan: FormPlan<Field>): Form<Field> {
  const [values, setValues] = useState(plan.initial);
  const [hasTried, setHasTried] = useState(false);
  const [failure, setFailure] = useState<ChatFailure | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const told = failure ? { ...fieldsOf(failure, values), ...plan.refusals?.(failure) } : {};
  const problems: Problems<Field> = { ...told, ...(hasTried ? plan.check(values) : {}) };
  const isPlaced = Object.keys(told).length > 0;

  const send = async (): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    try {
      await plan.send(values);
    } catch (error) {
      setFailure(describeFailure(error));
    } finally {
      setIsBusy(false);
    }
  };
  return {
    values,
    isBusy,
    problem: failure && !isPlaced ? failure.message : null,
    field: (name) => ({
      name,
      value: values[name],
      problem: problems[name] ?? null,
      onChange: ({ target }) => {
        setFailure(null);
        setValues({ ...values, [name]: target.value });
      },
    }),
    onSubmit(event) {
      event.preventDefault();
      if (isBusy) return;
      setHasTried(true);
      const [first] = Object.keys(plan.check(values));
      if (first === undefined) void send();
      else focusField(event.currentTarget, first);
    },
  };
}

/** The server's own words, as far as they are about fields of this form. */
function fieldsOf<Field extends string>(
  { fields }: ChatFailure,
  values: Record<Field, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name in values)
      .map(([name, problem]) => [name, `${problem.slice(0, 1).toUpperCase()}${problem.slice(1)}.`]),
  );
}

function focusField(form: HTMLFormElement, name: string): void {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
}
