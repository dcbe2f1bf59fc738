import { expect } from 'vitest';
import { type CallsOf, here, me, type Scene } from '../call.ts';
import type { RowName } from '../matrix.ts';

const conversationId = (scene: Scene) => here(scene).conversationId;
const stranger = ({ world }: Scene) => world.people.stranger;
/** Whom the actor starts something new with; the blocked one tries the person who blocked them. */
const partner = (scene: Scene) => (scene.actor === 'blocked' ? here(scene).other : stranger(scene));

/** In the direct conversation there is nobody but the other one. */
const removal = (scene: Scene, name: 'somebody' | 'admin' | 'owner') => ({
  conversationId: conversationId(scene),
  userId: scene.actor === 'blocked' ? here(scene).other.id : scene.world.people[name].id,
});
const removed = (scene: Scene, name: 'somebody' | 'admin' | 'owner') => ({
  userId: scene.world.people[name].id,
  leftAt: expect.any(String),
});

export const conversationCalls: CallsOf<'conversation', RowName> = {
  'conversation.create a direct one': {
    input: (scene) => ({ type: 'direct', userId: partner(scene).id }),
    answer: (scene) => ({ type: 'direct', membership: { userId: me(scene).id }, participantCount: 2 }),
    changes: ['conversation', 'participant', 'receipt'],
  },
  'conversation.create a group': {
    input: (scene) => ({ type: 'group', name: 'New', userIds: [partner(scene).id] }),
    answer: (scene) => ({
      name: 'New',
      membership: { userId: me(scene).id, role: 'owner' },
      participantCount: 2,
    }),
    changes: ['conversation', 'message', 'participant', 'receipt'],
  },
  'conversation.create by externalKey': {
    input: (scene) => ({
      type: 'group',
      name: 'Keyed',
      userIds: [stranger(scene).id],
      externalKey: 'order-66',
    }),
    answer: (scene) => ({ name: 'Keyed', membership: { userId: me(scene).id, role: 'owner' } }),
    changes: ['conversation', 'message', 'participant', 'receipt'],
  },
  'conversation.list': {
    input: () => ({}),
    answer: (scene) => ({ conversations: [{ id: conversationId(scene) }] }),
    nothing: { conversations: [], nextKey: null, cursor: expect.any(String) },
  },
  'conversation.byId': {
    input: (scene) => ({ conversationId: conversationId(scene) }),
    answer: (scene) => ({ conversation: { id: conversationId(scene) } }),
  },
  'conversation.rename': {
    input: (scene) => ({ conversationId: conversationId(scene), name: 'Late birds' }),
    answer: (scene) => ({ id: conversationId(scene), name: 'Late birds' }),
    changes: ['conversation', 'message'],
  },
  'conversation.addParticipants': {
    input: (scene) => ({ conversationId: conversationId(scene), userIds: [stranger(scene).id] }),
    answer: (scene) => [{ userId: stranger(scene).id, role: 'member', leftAt: null }],
    changes: ['conversation', 'message', 'participant', 'receipt'],
  },
  'conversation.removeParticipant': {
    input: (scene) => removal(scene, 'somebody'),
    answer: (scene) => removed(scene, 'somebody'),
    changes: ['conversation', 'message', 'participant'],
  },
  'conversation.removeParticipant an admin': {
    input: (scene) => removal(scene, 'admin'),
    answer: (scene) => removed(scene, 'admin'),
    changes: ['conversation', 'message', 'participant'],
  },
  'conversation.removeParticipant an owner': {
    input: (scene) => removal(scene, 'owner'),
    answer: (scene) => removed(scene, 'owner'),
    changes: ['conversation', 'message', 'participant'],
  },
  'conversation.leave': {
    input: (scene) => ({ conversationId: conversationId(scene) }),
    answer: (scene) => ({ userId: me(scene).id, leftAt: expect.any(String) }),
    changes: ['conversation', 'message', 'participant'],
  },
  'conversation.setRole': {
    input: (scene) => ({
      conversationId: conversationId(scene),
      userId: here(scene).other.id,
      role: 'admin',
    }),
    answer: (scene) => ({ userId: here(scene).other.id, role: 'admin' }),
    changes: ['conversation', 'message', 'participant'],
  },
  'conversation.setPreference': {
    input: (scene) => ({ conversationId: conversationId(scene), isPinned: true }),
    answer: () => ({ pinnedAt: expect.any(String) }),
    changes: ['preference'],
  },
  'conversation.stream': {
    input: (scene) => ({ conversationId: conversationId(scene) }),
    happening: (scene) =>
      scene.stage.server.chat.updateProfile(here(scene).other.caller, { fullName: 'Renamed' }),
    answer: (scene) => ({ type: 'user.updated', user: { id: here(scene).other.id, fullName: 'Renamed' } }),
  },
};
