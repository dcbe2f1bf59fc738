import { Button, PasswordField, TextField } from '@vibe/react/ui';
import { checkEmail, checkGivenPassword, problemsOf } from '../form/checks.ts';
import { FormProblem } from '../form/form-problem.tsx';
import { useForm } from '../form/use-form.ts';
import { usePageTitle } from '../page-title/use-page-title.ts';
import { tokens } from '../session/session.ts';
import { text } from '../text.ts';
import { FormPage } from './form-page.tsx';

const words = text.signIn;

interface SignInPageProps {
  /** Somebody was signed in, and did not end it here. */
  isSurprise: boolean;
  onSignedIn(): void;
  onSignUp(): void;
}

export function SignInPage({ isSurprise, onSignedIn, onSignUp }: SignInPageProps) {
  usePageTitle({ page: words.page });
  const form = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) =>
      problemsOf({ email: checkEmail(email.trim()), password: checkGivenPassword(password) }),
    async send({ email, password }) {
      await tokens.signIn({ email: email.trim(), password });
      onSignedIn();
    },
  });
  return (
    <FormPage
      title={words.title}
      lead={isSurprise ? null : words.lead}
      notice={isSurprise ? words.signedOut : null}
      form={form}
      other={{ question: words.isNew, answer: words.signUp, onChoose: onSignUp }}
    >
      <TextField
        {...form.field('email')}
        label={words.email}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
      />
      <PasswordField {...form.field('password')} label={words.password} autoComplete="current-password" />
      <FormProblem>{form.problem}</FormProblem>
      <Button type="submit" kind="primary" isBusy={form.isBusy}>
        {words.submit}
      </Button>
    </FormPage>
  );
}
