import { expect } from 'vitest';
import { type CallsOf, here, me, type Scene } from '../call.ts';
import type { RowName } from '../matrix.ts';
import { othersNews, othersSend } from './message.ts';

const ofHere = (scene: Scene) => ({ conversationId: here(scene).conversationId });
const toItsEnd = (scene: Scene) => ({ ...ofHere(scene), seq: 2_000 });

export const receiptCalls: CallsOf<'receipt', RowName> = {
  'receipt.markRead': {
    input: toItsEnd,
    answer: (scene) => ({ userId: me(scene).id, readAt: expect.any(String) }),
    changes: ['receipt'],
  },
  'receipt.markDelivered': {
    input: toItsEnd,
    answer: (scene) => ({ userId: me(scene).id, deliveredAt: expect.any(String) }),
    changes: ['receipt'],
  },
  'receipt.list': {
    input: ofHere,
    answer: (scene) => ({
      receipts: expect.arrayContaining([expect.objectContaining({ userId: here(scene).other.id })]),
    }),
  },
  'receipt.stream': {
    input: ofHere,
    happening: (scene) => scene.stage.server.chat.markRead(here(scene).other.caller, toItsEnd(scene)),
    answer: (scene) => ({ type: 'receipt.advanced', receipt: { userId: here(scene).other.id } }),
  },
};

export const typingCalls: CallsOf<'typing', RowName> = {
  'typing.set': {
    input: (scene) => ({ ...ofHere(scene), isTyping: true }),
    changes: [],
    shows: {
      watch: (scene, signal) => scene.stage.server.chat.followTyping(here(scene).other.caller, {}, signal),
      event: (scene) => ({ type: 'typing.changed', ...ofHere(scene), userIds: [me(scene).id] }),
    },
  },
  'typing.stream': {
    input: ofHere,
    async prepare(scene) {
      const { chat } = scene.stage.server;
      await chat.setTyping(here(scene).other.caller, { ...ofHere(scene), isTyping: true });
      return undefined;
    },
    answer: (scene) => ({ type: 'typing.changed', ...ofHere(scene), userIds: [here(scene).other.id] }),
  },
};

export const presenceCalls: CallsOf<'presence', RowName> = {
  'presence.set': {
    over: 'socket',
    input: () => ({ isAway: true }),
    changes: [],
    shows: {
      watch: (scene, signal) =>
        scene.stage.server.chat.followPresence(me(scene).caller, { userIds: [me(scene).id] }, signal),
      event: (scene) => ({
        type: 'presence.changed',
        presences: [expect.objectContaining({ userId: me(scene).id, status: 'away' })],
      }),
    },
  },
  'presence.stream': {
    input: (scene) => ({ userIds: [here(scene).other.id] }),
    answer: (scene) => ({
      type: 'presence.changed',
      presences: [{ userId: here(scene).other.id, status: 'offline', lastSeenAt: null }],
    }),
    nothing: { type: 'presence.changed', presences: [] },
  },
};

export const syncCalls: CallsOf<'sync', RowName> = {
  'sync.stream': { input: ofHere, happening: othersSend, answer: othersNews },
};
