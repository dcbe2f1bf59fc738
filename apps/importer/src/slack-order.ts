import { readJsonList } from './read-json.ts';
import { SlackMessage } from './slack-schema.ts';

/** Microseconds since 1970: a whole number that fits in one. */
export function microsecondsOf(ts: string): number {
  const [seconds = '', fraction = ''] = ts.split('.');
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0'));
}

/** Reads a day's file. @throws ImportError if it is not one */
export function readDay(path: string): Promise<SlackMessage[]> {
  return readJsonList(path, SlackMessage);
}

/**
 * Reads a channel's days as one row in the order of time, each `ts` once. Only messages that are later than
 * the start of a later file are held in memory: an export may put a thread's replies into its first day.
 *
 * @param earliest each file's earliest time, in microseconds; Infinity for an empty one
 */
export async function* inTimeOrder(
  dayFiles: readonly string[],
  earliest: readonly number[],
): AsyncGenerator<SlackMessage> {
  let held: { message: SlackMessage; at: number }[] = [];
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const [index, path] of dayFiles.entries()) {
    const day = (await readDay(path)).map((message) => ({ message, at: microsecondsOf(message.ts) }));
    held = [...held, ...day].sort((a, b) => a.at - b.at);
    const nextAt = Math.min(Number.POSITIVE_INFINITY, ...earliest.slice(index + 1));
    const ready = held.filter(({ at }) => at < nextAt);
    held = held.slice(ready.length);
    for (const { message, at } of ready) {
      if (at > lastAt) yield message;
      lastAt = at;
    }
  }
}
