import { Button, Dialog } from '@vibe/react/ui';
import { type FormEvent, type ReactNode, useId } from 'react';
import { FormProblem } from '../form/form-problem.tsx';
import { text } from '../text.ts';

interface FormDialogProps {
  title: string;
  description?: string;
  submit: string;
  form: { onSubmit(event: FormEvent<HTMLFormElement>): void; problem: string | null; isBusy: boolean };
  onClose(): void;
  children: ReactNode;
}

/** A dialog that is one form, with its button at the end. */
export function FormDialog({ title, description, submit, form, onClose, children }: FormDialogProps) {
  const id = useId();
  const actions = (
    <>
      <Button onClick={onClose}>{text.account.cancel}</Button>
      <Button kind="primary" type="submit" form={id} isBusy={form.isBusy}>
        {submit}
      </Button>
    </>
  );
  return (
    <Dialog title={title} {...(description && { description })} onClose={onClose} actions={actions}>
      <form id={id} className="shell-form" noValidate onSubmit={form.onSubmit}>
        {children}
        <FormProblem>{form.problem}</FormProblem>
      </form>
    </Dialog>
  );
}
