import type { Message } from '@vibe/contract';
import { memo } from './memo.ts';

/**
 * Loaded messages, cut at the holes between them; seqs are dense, so a hole means that something is not loaded. Memoised,
 * beyond the change of other runs too: a run that is as it was is the same array.
 */
export const messageRuns = memo((messages: readonly Message[]): readonly (readonly Message[])[] => {
  const starts = startsOf(messages);
  if (starts.length === 1) return [asBefore(messages)];
  return starts.map((start, index) => asBefore(messages.slice(start, starts[index + 1])));
});

/** The indexes at which runs begin. */
function startsOf(messages: readonly Message[]): number[] {
  const starts: number[] = [];
  let expectedSeq = Number.NaN;
  for (const [index, { seq }] of messages.entries()) {
    if (seq !== expectedSeq) starts.push(index);
    expectedSeq = seq + 1;
  }
  return starts;
}

/**
 * The latest run that began with the message, for as long as somebody else has it: messages outlive their time as the first
 * one, and each page of history that comes before them would leave another run behind.
 */
const runsByFirst = new WeakMap<Message, WeakRef<readonly Message[]>>();

function asBefore(run: readonly Message[]): readonly Message[] {
  const [first] = run;
  if (!first) return run;
  const before = runsByFirst.get(first)?.deref();
  if (before?.length === run.length && before.every((message, index) => message === run[index]))
    return before;
  runsByFirst.set(first, new WeakRef(run));
  return run;
}
