// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import type { Step } from '@vibe/client/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MessageRowProps } from '../src/message-list/message-row.tsx';
import { stubLayout } from './in-chat.tsx';
import { openWindow } from './open-window.tsx';

const drawn = vi.hoisted(() => ({ contents: [] as (string | null)[] }));

vi.mock('../src/message-list/message-bubble.tsx', async (load) => {
  const { MessageBubble } = await load<typeof import('../src/message-list/message-bubble.tsx')>();
  return {
    MessageBubble(props: MessageRowProps) {
      drawn.contents.push((props.message ?? props.pending)?.content ?? null);
      return <MessageBubble {...props} />;
    },
  };
});

beforeEach(() => {
  vi.useFakeTimers();
  stubLayout();
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));
const sends: Step[] = Array.from({ length: 9 }, (_, index) => ({ do: 'send', who: index }));
/** What the person themselves wrote of that. */
const own = ['message 1', 'message 4', 'message 7'];

/** The window of a group of three in which nine messages were written, by turns. */
async function openTalk() {
  const opened = await openWindow();
  for (const send of sends) await opened.steps(send);
  await pass(1_000);
  const streamOf = (path: string) => {
    const stream = opened.streams.find((each) => each.path === path && each.isOpen);
    if (!stream) throw new Error(`${path} is not followed.`);
    return stream;
  };
  return {
    ...opened,
    streamOf,
    /** Which rows are drawn again while that is done, and for a second after it. */
    async drawnBy(deed: () => unknown): Promise<(string | null)[]> {
      drawn.contents.length = 0;
      await act(async () => {
        await deed();
      });
      await pass(1_000);
      return [...drawn.contents];
    },
  };
}

describe('the rows of the message list', () => {
  it('are all there', async () => {
    using _ = await openTalk();
    expect(screen.getAllByRole('article')).toHaveLength(9);
  });

  it('are not drawn again by a key in the composer', async () => {
    using talk = await openTalk();
    const field = screen.getByRole('textbox');
    const type = (value: string) => () => {
      fireEvent.change(field, { target: { value } });
    };
    expect(await talk.drawnBy(type('h'))).toEqual([]);
    expect(await talk.drawnBy(type('he'))).toEqual([]);
    expect(field).toHaveProperty('value', 'he');
  });

  it('are not drawn again when somebody types', async () => {
    using talk = await openTalk();
    const typing = talk.streamOf('typing.stream');
    const show = () => typing.show({ type: 'typing.changed', conversationId: 1, userIds: [2] });
    expect(await talk.drawnBy(show)).toEqual([]);
    expect(screen.getByText('Person is typing…')).toBeTruthy();
  });

  it('are not drawn again when somebody comes or goes', async () => {
    using talk = await openTalk();
    const presences = [{ userId: 2, status: 'online' as const, lastSeenAt: null }];
    const show = () => talk.streamOf('presence.stream').show({ type: 'presence.changed', presences });
    expect(await talk.drawnBy(show)).toEqual([]);
    expect(screen.getByText('3 members, 1 online')).toBeTruthy();
  });

  it('are drawn again by a receipt where their mark changes', async () => {
    using talk = await openTalk();
    expect(await talk.drawnBy(() => talk.steps({ do: 'deliver', who: 1, seq: 9 }))).toEqual([]);
    expect(await talk.drawnBy(() => talk.steps({ do: 'deliver', who: 2, seq: 9 }))).toEqual(own);
    await talk.steps({ do: 'read', who: 1, seq: 9 });
    // The last one of the two has read up to the second of three.
    expect(await talk.drawnBy(() => talk.steps({ do: 'read', who: 2, seq: 5 }))).toEqual(own.slice(0, 2));
  });

  it('are not drawn again by what the person themselves has read', async () => {
    using talk = await openTalk();
    expect(await talk.drawnBy(() => talk.steps({ do: 'read', who: 0, seq: 8 }))).toEqual([]);
    expect(talk.model.snapshot().unreadCount).toBeLessThan(2);
  });

  it('are drawn again by a new message where they stand next to it', async () => {
    using talk = await openTalk();
    const [rest, last, added] = [own[0], 'message 9', 'message 10'];
    const rows = new Set(await talk.drawnBy(() => talk.steps({ do: 'send', who: 2 })));
    expect(rows).toContain(added);
    expect(rows).not.toContain(rest);
    expect([...rows].every((row) => row === added || row === last)).toBe(true);
  });

  it('are drawn again by an edit where they are what was edited', async () => {
    using talk = await openTalk();
    const [edited, ...others] = new Set(await talk.drawnBy(() => talk.steps({ do: 'edit', message: 3 })));
    expect(edited).toMatch(/^v\d/);
    expect(others).toEqual([]);
  });
});

describe('the list of a conversation that one comes back to', () => {
  const there = { conversationId: 1 };

  it('is not drawn again, and follows nothing while it is out of sight', async () => {
    using talk = await openTalk();
    expect(await talk.drawnBy(() => talk.go(null))).toEqual([]);
    expect(screen.queryAllByRole('article')).toEqual([]);
    expect(await talk.drawnBy(() => talk.steps({ do: 'send', who: 0 }))).toEqual([]);
    const rows = await talk.drawnBy(() => talk.go(there));
    expect(rows).toContain('message 10');
    expect(rows).not.toContain('message 5');
    expect(screen.getAllByRole('article')).toHaveLength(10);
  });

  it('shows where what is new begins, and that it was read once it has been seen', async () => {
    using talk = await openTalk();
    const marks = () => talk.callsOf('receipt.markRead').length;
    await talk.go(null);
    await pass(2_000);
    await talk.steps({ do: 'send', who: 1 });
    await pass(2_000);
    const before = marks();
    expect(screen.queryByText('New messages')).toBeNull();
    await talk.go(there);
    await pass(2_000);
    expect(screen.getByText('New messages')).toBeTruthy();
    expect(marks()).toBe(before + 1);
    await talk.steps({ do: 'read', who: 0, seq: 10 });
    await talk.go(null);
    await talk.go(there);
    expect(screen.queryByText('New messages')).toBeNull();
  });

  it('reads out what comes from then on, and nothing of before', async () => {
    using talk = await openTalk();
    const readOut = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    await talk.go(null);
    await pass(2_000);
    await talk.steps({ do: 'send', who: 1 });
    await talk.go(there);
    await pass(1_000);
    expect(readOut().join()).not.toContain('message 10');
    await talk.steps({ do: 'send', who: 1 });
    await pass(1_000);
    expect(readOut().join()).toContain('message 11');
  });
});
