import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { socketClient } from '../../clients.ts';
import { type CallsOf, here, me, type Scene } from '../call.ts';
import type { RowName } from '../matrix.ts';
import type { Person } from '../people.ts';

/** A person as the actor sees them: with the email for platform admins only. */
const shown = ({ id, email }: Person, { actor }: Scene) => ({
  id,
  email: actor === 'platformAdmin' ? email : null,
});
const among = (person: Person, scene: Scene) =>
  expect.arrayContaining([expect.objectContaining(shown(person, scene))]);
const stranger = ({ world }: Scene) => world.people.stranger;

async function strangerIsBlocked(scene: Scene): Promise<undefined> {
  const { world, actor, stage } = scene;
  const person = world.person(actor);
  if (person) await stage.server.stores.users.block(person.id, stranger(scene).id);
}

export const userCalls: CallsOf<'user', RowName> = {
  'user.search': {
    input: (scene) => ({ query: here(scene).other.fullName.toUpperCase() }),
    answer: (scene) => ({ users: [shown(here(scene).other, scene)] }),
  },
  'user.byId': {
    input: (scene) => ({ userId: here(scene).other.id }),
    answer: (scene) => shown(here(scene).other, scene),
  },
  'user.update': {
    input: () => ({ fullName: 'Renamed' }),
    answer: (scene) => ({ id: me(scene).id, fullName: 'Renamed', email: me(scene).email }),
    changes: ['user'],
  },
  'user.listActive': {
    async prepare(scene) {
      const client = socketClient(scene.stage.server, () => stranger(scene).accessToken);
      scene.cleanUp.use(client);
      await client.trpc.auth.me.query();
      return undefined;
    },
    input: () => ({ limit: 100 }),
    answer: (scene) => ({ users: among(stranger(scene), scene) }),
  },
  'user.upsert': {
    input: () => ({ issuer: 'host', externalId: randomUUID(), fullName: 'From the host', role: 'trainer' }),
    answer: () => ({ fullName: 'From the host', role: 'trainer' }),
    changes: ['user'],
  },
  'user.deactivate': {
    input: (scene) => ({ userId: stranger(scene).id }),
    answer: (scene) => ({ id: stranger(scene).id, isDeactivated: true }),
    changes: ['session', 'user'],
  },
  'user.block': { input: (scene) => ({ userId: here(scene).other.id }), changes: ['block'] },
  'user.unblock': {
    prepare: strangerIsBlocked,
    input: (scene) => ({ userId: stranger(scene).id }),
    changes: ['block'],
  },
  'user.listBlocked': {
    prepare: strangerIsBlocked,
    input: () => undefined,
    answer: (scene) => [shown(stranger(scene), scene)],
  },
};
