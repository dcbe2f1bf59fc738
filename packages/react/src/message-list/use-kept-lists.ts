import { useState } from 'react';
import { type KeptList, keepList } from './kept-lists.ts';

/** The lists that stay in the page: the one that is shown, and those that were before it. */
export function useKeptLists(shownId: number | null): readonly KeptList[] {
  const [lists, setLists] = useState<readonly KeptList[]>([]);
  const [lastId, setLastId] = useState<number | null>(null);
  if (shownId === lastId) return lists;
  setLastId(shownId);
  if (shownId !== null) setLists(keepList(lists, shownId));
  return lists;
}
