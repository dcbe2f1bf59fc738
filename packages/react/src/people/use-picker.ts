import type { Profile, User } from '@vibe/contract';
import { type KeyboardEvent, useState } from 'react';
import { usePeopleSearch } from './use-people-search.ts';

export interface PickerOptions {
  selected: readonly User[];
  onChange(selected: readonly User[]): void;
  excludedIds: readonly number[];
}

/** What a field for choosing people holds, and what its keys do. */
export function usePicker({ selected, onChange, excludedIds }: PickerOptions) {
  const [query, setQuery] = useState('');
  const [pointedId, setPointedId] = useState<number | null>(null);
  const search = usePeopleSearch(query);
  const people = search.people.filter(({ id }) => !excludedIds.includes(id));
  const active = findActive(people, pointedId, query);
  const isSelected = (id: number) => selected.some((user) => user.id === id);

  const type = (typed: string) => {
    setQuery(typed);
    setPointedId(null);
  };
  const remove = (userId: number) => onChange(selected.filter(({ id }) => id !== userId));
  const toggle = (user: Profile) => {
    if (isSelected(user.id)) remove(user.id);
    else onChange([...selected, user]);
    type('');
  };
  const move = (step: 1 | -1) => {
    const from = active ? people.indexOf(active) : step === 1 ? -1 : 0;
    setPointedId(people.at((from + step) % people.length)?.id ?? null);
  };
  /** Whether the key was for us. */
  const press = (key: string): boolean => {
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && active) toggle(active);
    else if (key === 'Enter') return query !== '';
    else if (key === 'Backspace' && query === '') onChange(selected.slice(0, -1));
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.nativeEvent.isComposing && press(event.key)) event.preventDefault();
  };

  return { query, type, search, people, active, isSelected, toggle, remove, onKeyDown };
}

/** Enter takes the first one found, unless the arrows have gone elsewhere; with nothing typed, it takes nobody. */
function findActive(people: readonly Profile[], pointedId: number | null, query: string): Profile | null {
  const pointed = people.find(({ id }) => id === pointedId);
  return pointed ?? (query.trim() === '' ? null : (people[0] ?? null));
}
