// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { refusal } from '@vibe/client/testing';
import { limits } from '@vibe/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MessageListProps } from '../src/message-list/message-list.tsx';
import { openWindow } from './open-window.tsx';

/** In the place of the list: how often the window rendered it, and what it was given. */
const list = vi.hoisted(() => ({ renders: 0, props: null as MessageListProps | null }));
/** In the place of the messages' menu: what its "Edit" would call. */
const menu = vi.hoisted(() => ({ onEdit: (_messageId: number): void => {} }));

vi.mock('../src/message-list/message-list.tsx', () => ({
  MessageList(props: MessageListProps) {
    list.renders += 1;
    list.props = props;
    return null;
  },
}));

vi.mock('../src/message-actions/use-message-actions.tsx', () => ({
  useMessageActions(_conversationId: number, onEdit: (messageId: number) => void) {
    menu.onEdit = onEdit;
    return { actions: null, layer: null };
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const press = (key: string, more: object = {}) => fireEvent.keyDown(field(), { key, ...more });
const settle = () => act(async () => vi.advanceTimersByTimeAsync(0));

test('a keystroke, and somebody who types, render nothing but what shows them', async () => {
  using window = await openWindow();
  const before = list.renders;
  type('h');
  type('he');
  expect(field().value).toBe('he');
  const typing = window.streams.find(({ path, isOpen }) => path === 'typing.stream' && isOpen);
  await act(async () => typing?.show({ type: 'typing.changed', conversationId: 1, userIds: [2] }));
  expect(screen.getByText('Person is typing…')).toBeTruthy();
  expect(list.renders).toBe(before);
});

test('Enter sends what was typed and empties the field; one of an input method does not', async () => {
  using window = await openWindow();
  type('漢字');
  press('Enter', { isComposing: true });
  press('Enter', { keyCode: 229 });
  expect(field().value).toBe('漢字');
  press('Enter');
  await settle();
  expect(field().value).toBe('');
  expect(window.callsOf('message.send')).toMatchObject([{ input: { content: '漢字', conversationId: 1 } }]);
});

test('blank text is not sent', async () => {
  using window = await openWindow();
  type('  \n ');
  press('Enter');
  await settle();
  expect(window.callsOf('message.send')).toEqual([]);
  expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true);
});

test('too long a text is not sent, and it is said by how much', async () => {
  using window = await openWindow();
  type('a'.repeat(limits.contentChars + 12));
  expect(screen.getByText('12 too many')).toBeTruthy();
  press('Enter');
  await settle();
  expect(window.callsOf('message.send')).toEqual([]);
  type('a'.repeat(limits.contentChars - 3));
  expect(screen.getByText('3 left')).toBeTruthy();
});

test('the up arrow changes the last own message, and Escape leaves it', async () => {
  using window = await openWindow();
  await window.steps({ do: 'send', who: 0 });
  await window.steps({ do: 'send', who: 1 });
  press('ArrowUp');
  expect(screen.getByText('Editing message')).toBeTruthy();
  expect(field().value).toBe('message 1');
  type('something else');
  press('Escape');
  expect(screen.queryByText('Editing message')).toBeNull();
  expect(field().value).toBe('');
  expect(window.callsOf('message.edit')).toEqual([]);
});

test('the up arrow changes what is still on its way', async () => {
  using window = await openWindow({ 'message.send': () => new Promise(() => {}) });
  await window.steps({ do: 'send', who: 0 });
  type('on its way');
  press('Enter');
  await settle();
  press('ArrowUp');
  expect(field().value).toBe('on its way');
});

test('the draft from before comes back after a message was changed', async () => {
  let edited: unknown;
  using window = await openWindow({
    'message.edit': (input: { content: string }) => {
      edited = input;
      return { ...window.model.messages()[0], content: input.content, version: 99 };
    },
  });
  await window.steps({ do: 'send', who: 0 });
  type('a draft');
  act(() => menu.onEdit(1));
  expect(field().value).toBe('message 1');
  type('mended');
  press('Enter');
  await settle();
  expect(edited).toEqual({ messageId: 1, content: 'mended', version: 4 });
  expect(field().value).toBe('a draft');
});

test('text that was not changed is not saved', async () => {
  using window = await openWindow();
  await window.steps({ do: 'send', who: 0 });
  press('ArrowUp');
  press('Enter');
  await settle();
  expect(screen.queryByText('Editing message')).toBeNull();
  expect(window.callsOf('message.edit')).toEqual([]);
});

test('an edit that is refused stays with its message, to be mended', async () => {
  using window = await openWindow({
    'message.edit': () => {
      throw refusal('CONFLICT', 'This message was deleted.');
    },
  });
  await window.steps({ do: 'send', who: 0 });
  press('ArrowUp');
  type('mended');
  press('Enter');
  await settle();
  expect(field().value).toBe('');
  expect(window.sync.getState().chat.changes.get(1)).toMatchObject({
    content: 'mended',
    failure: { code: 'CONFLICT', message: 'This message was deleted.' },
  });
  act(() => menu.onEdit(1));
  expect(field().value).toBe('mended');
});

test('a refused message is mended, and sent again in its place', async () => {
  let isFair = false;
  using window = await openWindow({
    'message.send': () => {
      throw refusal(isFair ? 'BUSY' : 'BAD_INPUT', 'No.');
    },
  });
  type('refused');
  press('Enter');
  await settle();
  const [pending] = window.sync.getState().chat.pending.get(1) ?? [];
  expect(pending?.failure).toMatchObject({ code: 'BAD_INPUT' });
  isFair = true;
  act(() => list.props?.onEditPending(pending?.clientId ?? ''));
  expect(field().value).toBe('refused');
  type('better');
  press('Enter');
  await settle();
  expect(window.sync.getState().chat.pending.get(1)).toMatchObject([
    { clientId: pending?.clientId, content: 'better', failure: null },
  ]);
});

test('others are told of typing now and then, and that it ended', async () => {
  using window = await openWindow();
  const told = () => window.callsOf('typing.set').map(({ input }) => input);
  type('h');
  type('he');
  expect(told()).toEqual([{ conversationId: 1, isTyping: true }]);
  fireEvent.blur(field());
  expect(told().at(-1)).toEqual({ conversationId: 1, isTyping: false });
  type('hel');
  type('');
  expect(told().at(-1)).toEqual({ conversationId: 1, isTyping: false });
});

test('what is typed while nothing has the focus goes into the field', async () => {
  using _window = await openWindow();
  field().blur();
  fireEvent.keyDown(document.body, { key: 'x', ctrlKey: true });
  expect(document.activeElement).toBe(document.body);
  fireEvent.keyDown(document.body, { key: 'x' });
  expect(document.activeElement).toBe(field());
});

test('a draft is there again when the conversation is opened again', async () => {
  {
    using _first = await openWindow();
    type('to be continued');
  }
  using _second = await openWindow();
  expect(field().value).toBe('to be continued');
});
