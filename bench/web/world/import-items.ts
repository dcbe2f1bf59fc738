import { createHash } from 'node:crypto';
import type { ImportItem } from '@vibe/chat';
import type { BenchConversation } from './conversations.ts';
import { messageText, scramble } from './message-text.ts';

const batchSize = 2_000;
const gapMs = 5 * 60_000;

/** A conversation's messages, five minutes apart up to now, in batches of a size that one transaction takes. */
export function* messagesOf(
  conversation: BenchConversation,
  senderIds: readonly number[],
): Generator<ImportItem[], void> {
  const endsAt = Date.now();
  for (let first = 1; first <= conversation.messages; first += batchSize) {
    const count = Math.min(batchSize, conversation.messages - first + 1);
    yield Array.from({ length: count }, (_, index) => itemOf(conversation, first + index, senderIds, endsAt));
  }
}

function itemOf(
  { name, letter, messages }: BenchConversation,
  seq: number,
  senderIds: readonly number[],
  endsAt: number,
): ImportItem {
  // Two or three in a row by the same person, as people write.
  const senderId = senderIds[scramble(Math.floor(seq / 2.5)) % senderIds.length];
  if (senderId === undefined) throw new Error('nobody is in the group');
  return {
    senderId,
    clientId: uuidOf(`${name}:${seq}`),
    kind: 'text',
    content: messageText(letter, seq),
    sentAt: new Date(endsAt - (messages - seq) * gapMs),
    editedAt: null,
  };
}

/** The same UUID for the same key, in the form of a random one. */
function uuidOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  const part = (from: number, to: number) => hex.slice(from, to);
  return [part(0, 8), part(8, 12), `4${part(13, 16)}`, `8${part(17, 20)}`, part(20, 32)].join('-');
}
