import type { SignInInput } from '@vibe/contract';
import type { ChatDeps } from '../chat-deps.ts';
import { ChatError } from '../chat-error.ts';
import { type OpenedSession, openSession } from './open-session.ts';

/** One answer, after the same time, for a wrong password and for an address that nobody has. @throws `WRONG_CREDENTIALS` */
export async function signIn(deps: ChatDeps, input: SignInInput, label: string): Promise<OpenedSession> {
  const known = await deps.users.credentialsByEmail(input.email);
  const isRight = await deps.passwords.verify(known?.passwordHash ?? null, input.password);
  const user = known && isRight ? await deps.users.byId(known.userId) : null;
  if (!user || user.isDeactivated) throw new ChatError('WRONG_CREDENTIALS', 'Wrong email or password.');
  return openSession(deps, user, label);
}
