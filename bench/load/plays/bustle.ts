import { limits } from '@vibe/contract';
import type { Client } from '../client.ts';
import type { Crowd } from '../crowd.ts';

/** As the React client: a message counts as read when it has been on the screen for so long. */
const glanceMs = 150;
/** As the client of `packages/client` while somebody types. */
const typingRepeatMs = limits.typingExpiryMs / 2;

/** Everyone types and reads all the time. To be told of each delivery; disposing of it ends it. */
export interface Bustle extends Disposable {
  saw(reader: Client): void;
  /** Calls that were answered so far. */
  readonly calls: number;
}

/**
 * Typing is told twice within its expiry, by one person after the other. A reader marks what they have a glance later, one
 * call at a time, the last word wins. They do so in their first conversation, which must have begun with the crowd.
 */
export function startBustle(crowd: Crowd): Bustle {
  let calls = 0;
  let isOver = false;
  const count = (): void => {
    calls += 1;
  };
  const stopTyping = keepTyping(crowd.clients, count);
  const reading = new Set<Client>();
  const mark = (reader: Client): void => {
    const [[conversationId, seq] = [0, 0]] = reader.reader;
    const onAnswer = (): void => {
      count();
      reading.delete(reader);
      if (reader.reader.get(conversationId) !== seq) look(reader);
    };
    // Seqs have no holes: how many somebody has had is the seq of the last one.
    if (!isOver)
      reader.call({ method: 'mutation', path: 'receipt.markRead', input: { conversationId, seq }, onAnswer });
  };
  const look = (reader: Client): void => {
    if (reading.has(reader)) return;
    reading.add(reader);
    setTimeout(mark, glanceMs, reader);
  };
  return {
    saw: look,
    get calls() {
      return calls;
    },
    [Symbol.dispose]() {
      isOver = true;
      stopTyping();
    },
  };
}

/** Spread over time as people are, and not all in one moment. */
function keepTyping(clients: readonly Client[], onAnswer: () => void): () => void {
  let turn = 0;
  const beganAt = performance.now();
  const typeNext = (): void => {
    const due = ((performance.now() - beganAt) / typingRepeatMs) * clients.length;
    for (; turn < due; turn += 1) {
      const client = clients[turn % clients.length];
      const [conversationId] = client?.person.conversationIds ?? [];
      const input = { conversationId, isTyping: true };
      client?.call({ method: 'mutation', path: 'typing.set', input, onAnswer });
    }
  };
  const timer = setInterval(typeNext, 5);
  return () => clearInterval(timer);
}
