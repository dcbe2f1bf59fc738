import { randomUUID } from 'node:crypto';
import { testPassword } from '../../../src/testing/start-test-server.ts';
import { type CallsOf, me, type Scene } from '../call.ts';
import type { RowName } from '../matrix.ts';

/** Programs and strangers have no password of their own: they type somebody's. */
const owner = ({ world, actor }: Scene) => {
  const person = world.person(actor);
  return person?.email ? person : world.people.somebody;
};
const email = (scene: Scene) => owner(scene).email ?? '';

export const authCalls: CallsOf<'auth', RowName> = {
  'auth.signUp': {
    input: () => ({ email: `${randomUUID()}@example.com`, password: testPassword, fullName: 'New here' }),
    answer: () => ({ user: { fullName: 'New here', role: 'client' } }),
    changes: ['session', 'user'],
  },
  'auth.signIn': {
    input: (scene) => ({ email: email(scene), password: testPassword }),
    answer: (scene) => ({ user: { id: owner(scene).id } }),
    changes: ['session'],
  },
  'auth.refresh': {
    async prepare(scene) {
      if (!scene.world.person(scene.actor)?.email) return undefined;
      const { chat } = scene.stage.server;
      const opened = await chat.signIn({ email: email(scene), password: testPassword }, '');
      return { cookie: `vibe_refresh=${opened.refreshToken}` };
    },
    input: () => undefined,
    answer: (scene) => ({ user: { id: me(scene).id } }),
    changes: ['session'],
  },
  'auth.signOut': { input: () => undefined, changes: ['session'] },
  'auth.signOutEverywhere': { input: () => undefined, changes: ['session'] },
  'auth.changePassword': {
    input: () => ({ currentPassword: testPassword, newPassword: 'a better battery' }),
    changes: ['user'],
  },
  'auth.me': {
    input: () => undefined,
    answer(scene) {
      const { id, email, caller } = me(scene);
      return { user: { id, email }, scopes: caller.scopes };
    },
  },
};
