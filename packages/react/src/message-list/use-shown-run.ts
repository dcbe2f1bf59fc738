import { type Anchor, type ConversationState, type MessageRun, runAt } from '@vibe/client';
import { useCallback, useMemo, useState } from 'react';
import { cutOf, cutRun } from './cut-run.ts';

export interface ShownRun {
  run: MessageRun;
  /** Whether older ones than the shown are loaded: going there shows them. */
  isCutBefore: boolean;
  /** The same of newer ones. */
  isCutAfter: boolean;
  isAt(place: Anchor): boolean;
  goTo(place: Anchor): void;
  /** What `goTo` was asked for last is not there yet. */
  isOnTheWay: boolean;
  /** The screen has got there within what is shown. */
  setPlace(place: Anchor): void;
}

/**
 * The messages around a place. What is shown stays until there is something to show instead: while another place is
 * loading, and while everything is loaded anew.
 */
export function useShownRun(known: ConversationState, opening: Anchor): ShownRun {
  const { joinVersion } = known.conversation.membership;
  const [place, setPlace] = useState(opening);
  const [goal, setGoal] = useState<Anchor | null>(null);
  if (goal !== null && isLoaded(runAt(known, goal))) {
    setPlace(goal);
    setGoal(null);
  }
  const current = runAt(known, place);
  const [kept, setKept] = useState({ run: current, joinVersion });
  // Of an earlier membership nothing is shown: its history may be hidden now.
  const isOutdated = kept.run !== current || kept.joinVersion !== joinVersion;
  if (isOutdated && (isLoaded(current) || kept.joinVersion !== joinVersion))
    setKept({ run: current, joinVersion });
  const whole = kept.run;
  const { from, to } = cutOf(whole, place);
  const run = useMemo(() => cutRun(whole, from, to), [whole, from, to]);
  const isAt = useCallback(
    (wanted: Anchor) => whole === runAt(known, wanted) && isWithin(run, wanted),
    [whole, run, known],
  );
  return {
    run,
    isCutBefore: run.messages[0] !== whole.messages[0],
    isCutAfter: run.messages.at(-1) !== whole.messages.at(-1),
    isAt,
    goTo: setGoal,
    isOnTheWay: goal !== null,
    setPlace,
  };
}

/** Where there is nothing beyond its ends, what would lie there is at them. */
function isWithin({ messages, hasOlder, hasNewer }: MessageRun, place: Anchor): boolean {
  if (place === 'end') return !hasNewer;
  const [first, last] = [messages[0]?.seq ?? 0, messages.at(-1)?.seq ?? 0];
  return (place >= first || !hasOlder) && (place <= last || !hasNewer);
}

const isLoaded = ({ messages, hasOlder, hasNewer }: MessageRun): boolean =>
  messages.length > 0 || !(hasOlder || hasNewer);
