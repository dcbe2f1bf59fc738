import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type CallsOf, here, me, type Scene } from '../call.ts';
import type { RowName } from '../matrix.ts';

const own = (scene: Scene) => ({ messageId: here(scene).ownMessage.id });
const others = (scene: Scene) => ({ messageId: here(scene).othersMessage.id });
const ofHere = (scene: Scene) => ({ conversationId: here(scene).conversationId });

/** The other one writes. */
export const othersSend = (scene: Scene) => {
  const message = { ...ofHere(scene), clientId: randomUUID(), content: 'News' };
  return scene.stage.server.chat.sendMessage(here(scene).other.caller, message);
};
export const othersNews = (scene: Scene) => ({
  type: 'message.sent',
  message: { senderId: here(scene).other.id, content: 'News' },
});

export const messageCalls: CallsOf<'message', RowName> = {
  'message.send': {
    input: (scene) => ({ ...ofHere(scene), clientId: randomUUID(), content: 'Hello' }),
    answer: (scene) => ({ ...ofHere(scene), senderId: me(scene).id, content: 'Hello' }),
    changes: ['conversation', 'message'],
  },
  'message.edit': {
    input: (scene) => ({ ...own(scene), content: 'Changed' }),
    answer: (scene) => ({ id: own(scene).messageId, content: 'Changed' }),
    changes: ['conversation', 'message'],
  },
  'message.edit another’s': {
    input: (scene) => ({ ...others(scene), content: 'Changed' }),
    changes: ['conversation', 'message'],
  },
  'message.delete': {
    input: own,
    answer: (scene) => ({ id: own(scene).messageId, content: null, deletedAt: expect.any(String) }),
    changes: ['conversation', 'message'],
  },
  'message.delete another’s': {
    input: others,
    answer: (scene) => ({ id: others(scene).messageId, content: null, deletedAt: expect.any(String) }),
    changes: ['conversation', 'message'],
  },
  'message.list': {
    input: ofHere,
    answer: (scene) => ({ messages: expect.arrayContaining([here(scene).othersMessage]) }),
  },
  'message.byId': {
    input: others,
    answer: (scene) => ({ message: here(scene).othersMessage }),
  },
  'message.report': { input: (scene) => ({ ...others(scene), reason: 'Rude' }), changes: ['report'] },
  'message.stream': { input: ofHere, happening: othersSend, answer: othersNews },
};
