// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { refusal, unreachable } from '@vibe/client/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stubLayout } from './in-chat.tsx';
import { openWindow } from './open-window.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  stubLayout();
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));
const row = (name: RegExp) => screen.getByRole('article', { name });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

/** The window of a group in which the person has written one message. */
async function openOwn(answer: () => unknown) {
  const window = await openWindow({ 'message.edit': answer, 'message.delete': answer });
  await window.steps({ do: 'send', who: 0 });
  await pass(1_000);
  return window;
}
const offline = () => {
  throw unreachable();
};

describe('without a connection', () => {
  it('an edit shows at once, as on its way', async () => {
    using window = await openOwn(offline);
    await act(async () => window.sync.edit(1, 1, 'mended'));
    expect(row(/mended.*edited.*sending/i)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('a deletion shows at once', async () => {
    using window = await openOwn(offline);
    await act(async () => window.sync.delete(1, 1));
    expect(row(/message deleted/i)).toBeTruthy();
    expect(screen.queryByText('message 1')).toBeNull();
  });
});

describe('an edit that is refused', () => {
  const refuse = () => {
    throw refusal('BLOCKED', 'This person does not take your messages.');
  };

  it('keeps its words and says why; they can be mended, or given up', async () => {
    using window = await openOwn(refuse);
    await act(async () => window.sync.edit(1, 1, 'mended'));
    await pass(0);
    expect(screen.getByRole('alert').textContent).toContain('This person does not take your messages.');
    expect(row(/mended/)).toBeTruthy();
    press('Edit');
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'mended');
    press('Discard');
    await pass(0);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(row(/message 1/)).toBeTruthy();
  });
});
