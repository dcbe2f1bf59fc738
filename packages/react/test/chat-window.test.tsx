// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { refusal } from '@vibe/client/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openWindow } from './open-window.tsx';

vi.mock('../src/message-list/message-list.tsx', () => ({ MessageList: () => null }));

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));

test('a break of the connection is told when it lasts, and no longer than it does', async () => {
  using window = await openWindow();
  const notice = () => screen.queryByText('No connection. Trying again…');
  act(() => window.stream().end());
  await pass(1_900);
  expect(notice()).toBeNull();
  await pass(200);
  expect(notice()).not.toBeNull();
  act(() => window.stream().tell({ type: 'caughtUp' }, 'c3'));
  expect(notice()).toBeNull();
});

test('the header has the group’s name, and how many it has', async () => {
  using window = await openWindow();
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Runners');
  expect(screen.getByText('3 members')).toBeTruthy();
  await window.steps({ do: 'join', who: 0 });
  expect(screen.getByText('4 members')).toBeTruthy();
});

test('it shows who of the members is online', async () => {
  using window = await openWindow();
  const stream = window.streams.find(({ path, isOpen }) => path === 'presence.stream' && isOpen);
  expect(stream?.input).toEqual({ userIds: [2, 3] });
  const presences = [2, 3].map((userId) => ({
    userId,
    status: userId === 2 ? ('online' as const) : ('away' as const),
    lastSeenAt: null,
  }));
  act(() => stream?.show({ type: 'presence.changed', presences }));
  expect(screen.getByText('3 members, 1 online')).toBeTruthy();
});

test('who is removed while it is open is told so, and can neither read nor write', async () => {
  using window = await openWindow();
  expect(screen.getByRole('textbox')).toBeTruthy();
  const { membership, version } = window.model.snapshot();
  const ended = { ...membership, leftAt: '2026-02-01T00:00:00.000Z', version: version + 1 };
  act(() =>
    window.stream().tell({ type: 'participant.removed', participant: ended, participantCount: 2 }, 'c2'),
  );
  expect(screen.getByText('You are no longer in this conversation')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  fireEvent.click(screen.getAllByRole('button', { name: 'Back to the list' })[0] ?? document.body);
  expect(window.onBack).toHaveBeenCalledOnce();
});

test('what could not be sent before one was removed stays there, with the reason, until it is discarded', async () => {
  using window = await openWindow({
    'message.send': () => {
      throw refusal('NOT_FOUND', 'There is no such conversation.');
    },
  });
  const { membership, version } = window.model.snapshot();
  const ended = { ...membership, leftAt: '2026-02-01T00:00:00.000Z', version: version + 1 };
  await act(async () => {
    window.sync.send(1, 'one more thing');
    window.stream().tell({ type: 'participant.removed', participant: ended, participantCount: 2 }, 'c2');
  });
  await pass(0);
  expect(screen.getByRole('list', { name: 'Your messages that were not sent' }).textContent).toContain(
    'one more thingThere is no such conversation.',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
  await pass(0);
  expect(screen.queryByText('one more thing')).toBeNull();
});

test('a conversation that is not there for the person says so', async () => {
  using _window = await openWindow(
    {
      'conversation.byId': () => {
        throw refusal('NOT_FOUND');
      },
    },
    { conversationId: 999 },
  );
  expect(screen.getByText('This conversation is not there for you')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('one that is still on its way is neither named nor written in', async () => {
  using _window = await openWindow(
    { 'conversation.byId': () => new Promise(() => {}) },
    { conversationId: 999 },
  );
  expect(screen.getByText('Loading the conversation…')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});
