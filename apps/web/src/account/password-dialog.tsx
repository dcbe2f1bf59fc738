import type { Profile } from '@vibe/contract';
import { useChat } from '@vibe/react';
import { Button, Dialog, PasswordField } from '@vibe/react/ui';
import { useState } from 'react';
import { checkGivenPassword, checkNewPassword, problemsOf } from '../form/checks.ts';
import { useForm } from '../form/use-form.ts';
import { text } from '../text.ts';
import { FormDialog } from './form-dialog.tsx';

const words = text.password;

interface PasswordDialogProps {
  me: Profile;
  onClose(): void;
}

export function PasswordDialog({ me, onClose }: PasswordDialogProps) {
  const [isDone, setIsDone] = useState(false);
  if (isDone) return <PasswordChanged onClose={onClose} />;
  return <PasswordForm me={me} onClose={onClose} onChanged={() => setIsDone(true)} />;
}

function PasswordForm({ me, onClose, onChanged }: PasswordDialogProps & { onChanged(): void }) {
  const { sync } = useChat();
  const form = useForm({
    initial: { currentPassword: '', newPassword: '' },
    check: ({ currentPassword, newPassword }) =>
      problemsOf({
        currentPassword: checkGivenPassword(currentPassword),
        newPassword: checkNewPassword(newPassword),
      }),
    refusals: ({ code }) =>
      code === 'WRONG_CREDENTIALS' ? { currentPassword: text.checks.passwordWrong } : {},
    async send(passwords) {
      await sync.changePassword(passwords);
      onChanged();
    },
  });
  return (
    <FormDialog
      title={words.title}
      description={words.lead}
      submit={words.save}
      form={form}
      onClose={onClose}
    >
      {/* Tells password managers whose password it is. */}
      <input hidden readOnly type="text" name="username" autoComplete="username" value={me.email ?? ''} />
      <PasswordField
        {...form.field('currentPassword')}
        label={words.current}
        autoComplete="current-password"
        autoFocus
      />
      <PasswordField
        {...form.field('newPassword')}
        label={words.next}
        hint={text.signUp.passwordHint}
        autoComplete="new-password"
      />
    </FormDialog>
  );
}

function PasswordChanged({ onClose }: { onClose(): void }) {
  const actions = (
    <Button kind="primary" onClick={onClose}>
      {words.done}
    </Button>
  );
  return (
    <Dialog title={words.title} onClose={onClose} actions={actions}>
      <p role="status">{words.saved}</p>
    </Dialog>
  );
}
