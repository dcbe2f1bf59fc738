import { openSync, writeSync } from 'node:fs';
import type { Line } from '../oracle/journal-line.ts';

/** Where the people of one process write down what they do and see, as it happens. */
export type Note = (line: Line) => void;

/** What was noted is with the system when the call returns, so that a kill at any moment takes nothing of it. */
export function openJournal(path: string): Note {
  const file = openSync(path, 'a');
  // Of a clock that no fault sets wrong.
  const now = () => Math.round(performance.timeOrigin + performance.now());
  return (line) => void writeSync(file, `${JSON.stringify({ ...line, atMs: now() })}\n`);
}
