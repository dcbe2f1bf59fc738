import type { Anchor, MessageRun } from '@vibe/client';
import type { Message } from '@vibe/contract';
import { describe, expect, it } from 'vitest';
import { cutOf, cutRun } from '../src/message-list/cut-run.ts';

const runOf = (first: number, last: number, ends: Partial<MessageRun> = {}): MessageRun => ({
  messages: Array.from({ length: last - first + 1 }, (_, index) => messageAt(first + index)),
  hasOlder: false,
  hasNewer: false,
  ...ends,
});

const messageAt = (seq: number): Message => ({
  id: seq,
  conversationId: 1,
  seq,
  senderId: 1,
  clientId: `${seq}`,
  kind: 'text',
  content: 'words',
  payload: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  version: seq,
});

function cut(run: MessageRun, place: Anchor) {
  const { from, to } = cutOf(run, place);
  const part = cutRun(run, from, to);
  return { ...part, first: part.messages[0]?.seq, last: part.messages.at(-1)?.seq };
}

describe('what is shown of a run', () => {
  it('is all of it, and the same object, while it is not long', () => {
    const run = runOf(101, 2_100, { hasOlder: true });
    const { from, to } = cutOf(run, 'end');
    expect(cutRun(run, from, to)).toBe(run);
  });

  it('is its end when the screen stands there, and says that it goes on before', () => {
    const part = cut(runOf(1, 100_000), 'end');
    expect(part).toMatchObject({ last: 100_000, hasOlder: true, hasNewer: false });
    expect(part.messages.length).toBeGreaterThan(1_000);
    expect(part.messages.length).toBeLessThanOrEqual(2_000);
  });

  it('is its beginning when the screen stands there', () => {
    expect(cut(runOf(1, 100_000), 1)).toMatchObject({ first: 1, hasOlder: false, hasNewer: true });
    expect(cut(runOf(301, 100_000, { hasOlder: true }), 301)).toMatchObject({ first: 301, hasOlder: true });
  });

  it('has room on both sides of the screen, wherever that is', () => {
    const run = runOf(37, 30_000);
    for (let place = 37; place <= 30_000; place += 111) {
      const { first = 0, last = 0, messages } = cut(run, place);
      expect(messages.length).toBeLessThanOrEqual(2_000);
      expect(messages).toHaveLength(last - first + 1);
      expect(place - first).toBeGreaterThanOrEqual(Math.min(500, place - 37));
      expect(last - place).toBeGreaterThanOrEqual(Math.min(500, 30_000 - place));
    }
  });

  it('stays the same while the screen moves a little, and while older pages come', () => {
    const { from } = cutOf(runOf(1_000, 30_000), 10_100);
    expect(cutOf(runOf(1_000, 30_000), 10_300).from).toBe(from);
    expect(cutOf(runOf(950, 30_000), 10_100).from).toBe(from);
  });
});
