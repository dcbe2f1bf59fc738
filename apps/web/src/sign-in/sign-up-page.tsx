import { Button, PasswordField, TextField } from '@vibe/react/ui';
import { checkEmail, checkFullName, checkNewPassword, problemsOf } from '../form/checks.ts';
import { FormProblem } from '../form/form-problem.tsx';
import { useForm } from '../form/use-form.ts';
import { usePageTitle } from '../page-title/use-page-title.ts';
import { tokens } from '../session/session.ts';
import { text } from '../text.ts';
import { FormPage } from './form-page.tsx';

const words = text.signUp;

export function SignUpPage({ onSignedIn, onSignIn }: { onSignedIn(): void; onSignIn(): void }) {
  usePageTitle({ page: words.page });
  const form = useForm({
    initial: { fullName: '', email: '', password: '' },
    check: ({ fullName, email, password }) =>
      problemsOf({
        fullName: checkFullName(fullName),
        email: checkEmail(email.trim()),
        password: checkNewPassword(password),
      }),
    refusals: ({ code, message }) => (code === 'EMAIL_TAKEN' ? { email: message } : {}),
    async send({ fullName, email, password }) {
      await tokens.signUp({ fullName: fullName.trim(), email: email.trim(), password });
      onSignedIn();
    },
  });
  return (
    <FormPage
      title={words.title}
      lead={words.lead}
      form={form}
      other={{ question: words.isKnown, answer: words.signIn, onChoose: onSignIn }}
    >
      <TextField
        {...form.field('fullName')}
        label={words.fullName}
        hint={words.fullNameHint}
        autoComplete="name"
        autoFocus
      />
      <TextField
        {...form.field('email')}
        label={text.signIn.email}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        {...form.field('password')}
        label={text.signIn.password}
        hint={words.passwordHint}
        autoComplete="new-password"
      />
      <FormProblem>{form.problem}</FormProblem>
      <Button type="submit" kind="primary" isBusy={form.isBusy}>
        {words.submit}
      </Button>
    </FormPage>
  );
}
