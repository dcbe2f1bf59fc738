import { me, type Scene } from './call.ts';

/**
 * The addresses in what somebody was answered that they have no right to: all but their own, and what they typed
 * themselves. To platform admins what is about people shows them.
 */
export function foreignEmails(scene: Scene, path: string, input: unknown, answer: unknown): string[] {
  if (scene.actor === 'platformAdmin' && path.startsWith('user.')) return [];
  const own = scene.actor === 'signedOut' ? [] : [me(scene).email];
  return emailsIn(answer).filter((email) => !own.includes(email) && !emailsIn(input).includes(email));
}

export const emailsIn = (value: unknown): string[] =>
  (JSON.stringify(value) ?? '').match(/[^\s"]*@[^\s"]*/g) ?? [];
