import { type ChatFailure, describeFailure } from '@vibe/client';
import { limits } from '@vibe/contract';
import { useState } from 'react';
import { tokens } from './session.ts';

export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const [isNew, setIsNew] = useState(false);
  const [failure, setFailure] = useState<ChatFailure | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const submit = async (form: FormData): Promise<void> => {
    const given = (name: string) => String(form.get(name) ?? '');
    const credentials = { email: given('email'), password: given('password') };
    setIsBusy(true);
    try {
      if (isNew) await tokens.signUp({ ...credentials, fullName: given('fullName') });
      else await tokens.signIn(credentials);
      onSignedIn();
    } catch (error) {
      setFailure(describeFailure(error));
      setIsBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <h1>Vibe Chat</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        {isNew && (
          <label>
            Your name
            <input name="fullName" autoComplete="name" required />
          </label>
        )}
        <label>
          Email
          <input name="email" type="email" autoComplete="username" required />
        </label>
        <label>
          Password
          <input
            name="password"
            type="password"
            autoComplete={isNew ? 'new-password' : 'current-password'}
            minLength={isNew ? limits.passwordMinChars : undefined}
            required
          />
        </label>
        {failure && (
          <p className="problem" role="alert">
            {failure.message}
          </p>
        )}
        <button type="submit" className="primary" disabled={isBusy}>
          {isNew ? 'Create account' : 'Sign in'}
        </button>
        <button type="button" className="link" onClick={() => setIsNew(!isNew)}>
          {isNew ? 'I have an account' : 'I am new here'}
        </button>
      </form>
    </main>
  );
}
