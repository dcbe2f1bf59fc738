// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { refusal } from '@vibe/client/testing';
import type { User } from '@vibe/contract';
import { useEffect, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PeoplePicker } from '../src/people/people-picker.tsx';
import { showInChat } from './in-chat.tsx';
import { person } from './people.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const everybody = [
  { ...person(1, 'Maya Okafor'), email: null },
  { ...person(7, 'Ana Souza'), email: null },
  { ...person(8, 'Anaïs Roux'), email: null },
  { ...person(9, 'Leo Fischer'), email: null, isDeactivated: true },
];
const search = ({ query }: { query: string }) => ({
  users: everybody.filter(({ fullName }) => fullName.toLowerCase().includes(query.toLowerCase())),
  nextKey: null,
});

interface PickerProps {
  excludedIds: number[];
  onSelected(selected: readonly User[]): void;
}

function Picker({ excludedIds, onSelected }: PickerProps) {
  const [selected, setSelected] = useState<readonly User[]>([]);
  useEffect(() => onSelected(selected), [selected, onSelected]);
  return <PeoplePicker label="With" selected={selected} onChange={setSelected} excludedIds={excludedIds} />;
}

async function showPicker(answer: (input: never) => unknown = search, excludedIds: number[] = []) {
  const onSelected = vi.fn((_: readonly User[]) => {});
  const picker = <Picker excludedIds={excludedIds} onSelected={onSelected} />;
  const shown = await showInChat(picker, { 'user.search': answer });
  return {
    ...shown,
    chosen: () => onSelected.mock.lastCall?.[0].map(({ fullName }) => fullName),
  };
}

const field = () => screen.getByRole('combobox', { name: 'With' });
const type = async (value: string) => {
  await act(async () => fireEvent.change(field(), { target: { value } }));
  await act(async () => vi.advanceTimersByTimeAsync(250));
};
const press = (key: string, init = {}) => act(async () => fireEvent.keyDown(field(), { key, ...init }));
const names = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '');

describe('the people picker', () => {
  it('has the focus, and offers people, but neither oneself nor who is deactivated or there already', async () => {
    using _ = await showPicker(search, [8]);
    expect(document.activeElement).toBe(field());
    expect(names()).toEqual([expect.stringContaining('Ana Souza')]);
  });

  it('is worked by the keyboard alone', async () => {
    using shown = await showPicker();
    await type('an');
    expect(active()?.textContent).toContain('Ana Souza');
    await press('ArrowDown');
    expect(active()?.textContent).toContain('Anaïs Roux');
    await press('Enter');
    await type('souza');
    await press('Enter');
    expect(shown.chosen()).toEqual(['Anaïs Roux', 'Ana Souza']);
    expect(field()).toHaveProperty('value', '');
    await press('Backspace');
    expect(shown.chosen()).toEqual(['Anaïs Roux']);
  });

  it('leaves Enter to an input method, and to the form while nothing is typed', async () => {
    using shown = await showPicker();
    await type('ana');
    await press('Enter', { isComposing: true });
    expect(shown.chosen()).toEqual([]);
    await type('');
    expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(true);
  });

  it('marks who is chosen, and takes them out at a second choice or by their chip', async () => {
    using shown = await showPicker();
    const option = () => screen.getByRole('option', { name: /Ana Souza/ });
    await act(async () => fireEvent.click(option()));
    expect(option().getAttribute('aria-selected')).toBe('true');
    await act(async () => fireEvent.click(option()));
    expect(shown.chosen()).toEqual([]);
    await act(async () => fireEvent.click(option()));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Remove Ana Souza' })));
    expect(shown.chosen()).toEqual([]);
    expect(document.activeElement).toBe(field());
  });

  it('asks once one has stopped typing, and shows no answer to what was asked before', async () => {
    let answerFirst = (_: unknown) => {};
    using shown = await showPicker((input: { query: string }) =>
      input.query === 'a'
        ? new Promise((resolve) => {
            answerFirst = resolve;
          })
        : search(input),
    );
    await type('a');
    for (const value of ['an', 'ana', 'anaï']) {
      await act(async () => fireEvent.change(field(), { target: { value } }));
    }
    await act(async () => vi.advanceTimersByTimeAsync(250));
    await act(async () => answerFirst(search({ query: '' })));
    expect(names()).toEqual([expect.stringContaining('Anaïs Roux')]);
    const asked = shown.calls.filter(({ path }) => path === 'user.search').map(({ input }) => input);
    expect(asked).toEqual(['', 'a', 'anaï'].map((query) => expect.objectContaining({ query })));
  });

  it('says that nobody was found, and what failed, and tries again', async () => {
    let isUp = true;
    using _ = await showPicker((input: { query: string }) => {
      if (!isUp) throw refusal('BUSY', 'Too much to do.');
      return search(input);
    });
    await type('zzz');
    expect(screen.getByText('Nobody found')).not.toBeNull();
    isUp = false;
    await type('ana');
    expect(screen.getByText('Too much to do.')).not.toBeNull();
    isUp = true;
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
    await act(async () => vi.advanceTimersByTimeAsync(250));
    expect(names()).toHaveLength(2);
  });
});
