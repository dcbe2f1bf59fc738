import { useEffect } from 'react';
import type { Messages } from './use-messages.ts';
import type { RowVirtualizer } from './use-row-virtualizer.ts';

/** So many rows from an end of what is loaded the next page is asked for. */
const nearRows = 15;

/** Loads older and newer messages before the person gets to where they are missing. */
export function usePages(
  { range, options }: RowVirtualizer,
  { run, isShown, problem, loadOlder, loadNewer }: Messages,
): void {
  const isNearStart = range !== null && range.startIndex < nearRows;
  const isNearEnd = range !== null && range.endIndex >= options.count - nearRows;
  const wantsOlder = isShown && isNearStart && run.hasOlder && !problem;
  const wantsNewer = isShown && isNearEnd && run.hasNewer && !problem;
  // Once from each place: what a page did not bring, the same page will not.
  useEffect(() => {
    if (wantsOlder) loadOlder();
  }, [wantsOlder, loadOlder]);
  useEffect(() => {
    if (wantsNewer) loadNewer();
  }, [wantsNewer, loadNewer]);
}
