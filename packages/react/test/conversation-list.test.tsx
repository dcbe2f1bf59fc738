// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { createModel } from '@vibe/client/testing';
import type { Conversation, Message } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConversationList } from '../src/conversation-list/conversation-list.tsx';
import { showInChat } from './in-chat.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const day = (id: number) => new Date(Date.UTC(2026, 0, 1, 0, 500 - id)).toISOString();

function group(id: number): Conversation {
  const told = createModel().snapshot();
  return { ...told, id, name: `Group ${id}`, lastActivityAt: day(id) };
}
const messageIn = (conversationId: number, content: string): Message => ({
  id: 900 + conversationId,
  conversationId,
  seq: 1,
  senderId: 2,
  clientId: 'a',
  kind: 'text',
  content,
  payload: null,
  createdAt: '2026-03-01T00:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  version: 50,
});

/** The list of that many groups, the first one on top, and how often a row's last line was rendered. */
async function showList(count: number) {
  const conversations = Array.from({ length: count }, (_, index) => group(index + 1));
  const sender = vi.fn((name: string) => `${name}:`);
  const shown = await showInChat(
    <ConversationList />,
    {
      'conversation.list': () => ({ conversations, nextKey: null, cursor: 'c0' }),
      'conversation.setPreference': () => ({ ...group(1).preference, pinnedAt: day(1), version: 9 }),
      'user.search': () => ({ users: [], nextKey: null }),
    },
    { text: { list: { sender } } },
  );
  return {
    ...shown,
    sender,
    tellMessage: (conversationId: number, content: string) =>
      act(async () =>
        shown.stream().tell(
          {
            type: 'message.sent',
            message: messageIn(conversationId, content),
            users: [],
            senderReadSeq: null,
          },
          'c2',
        ),
      ),
  };
}

const list = () => screen.getByRole('navigation', { name: 'Conversations' });
const titles = () =>
  within(list())
    .queryAllByRole('listitem')
    .map((item) => item.querySelector('.vc-row-title')?.textContent);
const press = (key: string, init = {}) => {
  const target = document.activeElement ?? document.body;
  return act(async () => fireEvent.keyDown(target, { key, ...init }));
};
const focusedTitle = () => document.activeElement?.querySelector('.vc-row-title')?.textContent;

describe('the conversation list', () => {
  it('has only those rows on the page that are seen, or nearly, and says how many there are', async () => {
    using _ = await showList(400);
    expect(titles().length).toBeLessThan(30);
    expect(within(list()).getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe('400');
  });

  it('renders the row that changed alone, wherever it goes', async () => {
    using shown = await showList(8);
    await shown.tellMessage(5, 'hello');
    expect(titles()[0]).toBe('Group 5');
    expect(shown.sender).toHaveBeenCalledTimes(1);
    await shown.tellMessage(6, 'hello you');
    expect(titles().slice(0, 2)).toEqual(['Group 6', 'Group 5']);
    expect(shown.sender).toHaveBeenCalledTimes(2);
  });

  it('keeps the elements of the rows that change places', async () => {
    using shown = await showList(8);
    const before = screen.getByRole('button', { name: /^Group 5/ });
    await shown.tellMessage(5, 'hello');
    expect(screen.getByRole('button', { name: /^Group 5/ })).toBe(before);
  });

  it('shows who types in the place of what was said last, in that row alone', async () => {
    using shown = await showList(3);
    await shown.tellMessage(2, 'hello');
    const typing = shown.streams.find(({ path }) => path === 'typing.stream');
    expect(typing?.input).toEqual({});
    const tell = (userIds: number[]) =>
      act(async () => typing?.show({ type: 'typing.changed', conversationId: 2, userIds }));
    await tell([3]);
    const row = () => screen.getByRole('button', { name: /^Group 2/ }).textContent;
    expect(row()).toContain('Person is typing…');
    expect(row()).not.toContain('hello');
    await tell([]);
    expect(row()).toContain('hello');
  });

  it('is one stop of the tab key, and the arrow keys go from row to row', async () => {
    using _ = await showList(60);
    const stops = () => list().querySelectorAll('.vc-row[tabindex="0"]');
    expect(stops()).toHaveLength(1);
    const [first] = stops();
    act(() => first instanceof HTMLElement && first.focus());
    await press('ArrowDown');
    expect(focusedTitle()).toBe('Group 2');
    await press('End');
    expect(focusedTitle()).toBe('Group 60');
    await press('ArrowDown');
    expect(focusedTitle()).toBe('Group 60');
    await press('Home');
    expect(focusedTitle()).toBe('Group 1');
    expect(stops()).toHaveLength(1);
    await press('ArrowUp');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Search' }));
  });

  it('says what is unread, in the name of the row', async () => {
    using shown = await showList(3);
    await shown.tellMessage(2, 'hello');
    const row = screen.getByRole('button', { name: /^Group 2/ });
    expect(within(row).getByRole('img', { name: '1 unread' })).not.toBeNull();
    expect(screen.getByRole('button', { name: /Group 2.*Person:.*hello.*1 unread/ })).toBe(row);
  });

  it('finds by name as one types, says how many, and goes back at Escape', async () => {
    using _ = await showList(30);
    const field = screen.getByRole('textbox', { name: 'Search' });
    act(() => field.focus());
    await act(async () => fireEvent.change(field, { target: { value: 'GROUP 2' } }));
    await act(async () => vi.advanceTimersByTimeAsync(300));
    expect(titles()).toHaveLength(12);
    expect(screen.getByText('12 conversations, 0 people found')).not.toBeNull();
    await press('Escape');
    expect(titles()[0]).toBe('Group 1');
  });
});

it('says what is wrong where the conversations cannot be had, and tries again', async () => {
  let isUp = false;
  const { refusal } = await import('@vibe/client/testing');
  const answers = {
    'conversation.list': () => {
      if (!isUp) throw refusal('INTERNAL');
      return { conversations: [], nextKey: null, cursor: 'c0' };
    },
  };
  using _ = await showInChat(<ConversationList />, answers, {}, { isLoaded: false });
  expect(screen.getByText('No connection')).not.toBeNull();
  isUp = true;
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
  expect(screen.getByText('No conversations yet')).not.toBeNull();
});

it('says that there is no connection, unless a window that is open says it', async () => {
  using shown = await showList(2);
  const notice = () => screen.queryByText('No connection. Trying again…');
  await act(async () => shown.stream().end());
  await act(async () => vi.advanceTimersByTimeAsync(2_100));
  expect(notice()).not.toBeNull();
  await act(async () => fireEvent.click(screen.getByText('Group 1')));
  expect(notice()).toBeNull();
});
