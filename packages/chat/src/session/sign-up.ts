import type { SignUpInput } from '@vibe/contract';
import type { ChatDeps } from '../chat-deps.ts';
import { ChatError } from '../chat-error.ts';
import { type OpenedSession, openSession } from './open-session.ts';

/** A new person with a password, signed in. @throws `EMAIL_TAKEN` */
export async function signUp(deps: ChatDeps, input: SignUpInput, label: string): Promise<OpenedSession> {
  const { email, fullName } = input;
  const passwordHash = await deps.passwords.hash(input.password);
  const user = await deps.users.createWithPassword({ email, fullName, passwordHash, role: 'client' });
  if (!user) {
    const fields = { email: 'has an account already' };
    throw new ChatError('EMAIL_TAKEN', 'There is an account with this email already.', { fields });
  }
  return openSession(deps, user, label);
}
