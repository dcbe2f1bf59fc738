import { randomUUID } from 'node:crypto';
import type { ChatApi } from '@vibe/client';
import { refusal } from '@vibe/client/testing';
import type { CreateConversationInput, Message, ParticipantRole } from '@vibe/contract';
import { vi } from 'vitest';
import type { Device } from './device.ts';

/** What a person can do, on whichever device. What the screen does by itself, later, is not waited for. */
export interface Deeds {
  /** Resolves with the `clientId`, and with the page whose business it is from now on; null when it is stored. */
  send(conversationId: number, content: string): Promise<{ clientId: string; page: number | null }>;
  edit(message: Message, content: string): Promise<unknown>;
  delete(message: Message): Promise<unknown>;
  createConversation(input: CreateConversationInput): Promise<unknown>;
  rename(conversationId: number, name: string): Promise<unknown>;
  addParticipants(conversationId: number, userIds: number[]): Promise<unknown>;
  removeParticipant(conversationId: number, userId: number): Promise<unknown>;
  leave(conversationId: number): Promise<unknown>;
  setRole(conversationId: number, userId: number, role: ParticipantRole): Promise<unknown>;
  setPreference(
    conversationId: number,
    fields: { mutedUntil?: string | null; isPinned?: boolean; isArchived?: boolean },
  ): Promise<unknown>;
  markRead(conversationId: number, seq: number): Promise<unknown>;
}

/** On the screen: it shows the answer, and then the event. */
export function deedsHere(device: Device): Deeds {
  const sync = device.sync();
  return {
    ...sync,
    send: async (conversationId, content) => ({
      clientId: sync.send(conversationId, content),
      page: device.line.page,
    }),
    async edit({ conversationId, id }, content) {
      sync.edit(conversationId, id, content);
      await settled(device, conversationId, id);
    },
    async delete({ conversationId, id }) {
      sync.delete(conversationId, id);
      await settled(device, conversationId, id);
    },
    markRead: async (conversationId, seq) => sync.markRead(conversationId, seq),
  };
}

/**
 * Resolves once the server has the change, or the page is gone that it was made on; rejects as a call would. A screen that
 * is behind may be told that the message was changed elsewhere: its person gives it up then.
 */
async function settled(device: Device, conversationId: number, messageId: number): Promise<void> {
  const sync = device.sync();
  const failure = await vi.waitFor(
    () => {
      const change = sync.getState().chat.changes.get(messageId);
      if (change?.failure === null && device.sync() === sync) throw new Error('It is on its way.');
      return change?.failure;
    },
    { timeout: 20_000, interval: 10 },
  );
  if (!failure) return;
  sync.discardChange(conversationId, messageId);
  if (failure.code !== 'CONFLICT') throw refusal(failure.code, failure.message);
}

/** On another device: the screen learns of it by its stream alone. */
export const deedsElsewhere = ({ conversation, message, receipt }: ChatApi): Deeds => ({
  async send(conversationId, content) {
    const clientId = randomUUID();
    await message.send.mutate({ conversationId, clientId, content });
    return { clientId, page: null };
  },
  edit: ({ id: messageId }, content) => message.edit.mutate({ messageId, content }),
  delete: ({ id: messageId }) => message.delete.mutate({ messageId }),
  createConversation: (input) => conversation.create.mutate(input),
  rename: (conversationId, name) => conversation.rename.mutate({ conversationId, name }),
  addParticipants: (conversationId, userIds) =>
    conversation.addParticipants.mutate({ conversationId, userIds }),
  removeParticipant: (conversationId, userId) =>
    conversation.removeParticipant.mutate({ conversationId, userId }),
  leave: (conversationId) => conversation.leave.mutate({ conversationId }),
  setRole: (conversationId, userId, role) => conversation.setRole.mutate({ conversationId, userId, role }),
  setPreference: (conversationId, fields) => conversation.setPreference.mutate({ conversationId, ...fields }),
  markRead: (conversationId, seq) => receipt.markRead.mutate({ conversationId, seq }),
});
