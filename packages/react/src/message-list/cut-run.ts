import type { Anchor, MessageRun } from '@vibe/client';

/** So many rows are worked out at once: more, and scrolling costs more the longer the history is. */
const mostRows = 2_000;
/** It moves in steps, so that a screen that moves a little works out nothing. */
const stepRows = 500;

/** The first and the last seq of what is shown of a run when the screen stands at that place. */
export function cutOf({ messages }: MessageRun, place: Anchor): { from: number; to: number } {
  const [first, last] = [messages[0]?.seq ?? 0, messages.at(-1)?.seq ?? 0];
  if (messages.length <= mostRows) return { from: first, to: last };
  const middle = place === 'end' ? last : place;
  const latestStart = stepDown(last - mostRows + stepRows);
  const from = Math.max(first, Math.min(stepDown(middle - mostRows / 2), latestStart));
  return { from, to: Math.min(last, from + mostRows - 1) };
}

const stepDown = (seq: number): number => Math.floor(seq / stepRows) * stepRows;

/** That part of the run, which goes on before and after it as the run does, or where it was cut. */
export function cutRun(run: MessageRun, from: number, to: number): MessageRun {
  const first = run.messages[0]?.seq ?? 0;
  const [start, end] = [from - first, to - first + 1];
  if (start <= 0 && end >= run.messages.length) return run;
  return {
    // Seqs are dense within a run.
    messages: run.messages.slice(start, end),
    hasOlder: run.hasOlder || start > 0,
    hasNewer: run.hasNewer || end < run.messages.length,
  };
}
