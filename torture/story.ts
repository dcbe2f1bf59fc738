import type { Violation } from './oracle/all-checks.ts';
import type { Line } from './oracle/journal-line.ts';
import type { Outcome } from './run.ts';

const mostLines = 25;
/** What happened shortly before may be why. */
const beforeMs = 10_000;

/** What was noted of that which a violation is about, and what went wrong around that time, in the order of time. */
export function storyOf({ what }: Violation, { journals, happened }: Outcome): string[] {
  const keys = keysIn(what);
  const lines = journals.all.filter(
    (line) => line.kind !== 'final' && keys.some((key) => isAbout(line, key)),
  );
  const told = lines.slice(0, mostLines);
  const times = told.flatMap(({ atMs }) => atMs ?? []);
  const from = Math.min(...times) - beforeMs;
  const to = Math.max(...times);
  const faults = happened.filter(({ beganMs, endedMs }) => beganMs <= to && endedMs >= from);
  return [
    ...told.map((line) => ({ atMs: line.atMs ?? 0, text: JSON.stringify({ ...line, atMs: undefined }) })),
    ...faults.map(({ name, what: hit, beganMs, endedMs }) => ({
      atMs: beganMs,
      text: `${name}: ${hit}, for ${((endedMs - beganMs) / 1_000).toFixed(1)} s`,
    })),
  ]
    .sort((one, other) => one.atMs - other.atMs)
    .map(({ atMs, text }) => `${new Date(atMs).toISOString().slice(11, 23)} ${text}`);
}

/** Names of messages, words that somebody said, places. */
function keysIn(what: string): string[] {
  const ids = what.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
  const words = [...what.matchAll(/"([^"]+ says \d+)"/g)].flatMap(([, words]) => words ?? []);
  const places = [...what.matchAll(/message (\d+) of (\d+)/g)].map(
    ([, seq, id]) => `"conversationId":${id},"seq":${seq},`,
  );
  return [...ids, ...words, ...places];
}

const isAbout = (line: Line, key: string): boolean => JSON.stringify(line).includes(key);
