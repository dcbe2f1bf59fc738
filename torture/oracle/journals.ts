import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Line } from './journal-line.ts';

/** All that people did and saw: each process's lines in their order, one process after the other. */
export interface Journals {
  readonly all: readonly Line[];
  of<K extends Line['kind']>(kind: K): readonly Extract<Line, { kind: K }>[];
}

export function journalsOf(lines: readonly Line[]): Journals {
  const byKind = Map.groupBy(lines, ({ kind }) => kind);
  return {
    all: lines,
    of: <K extends Line['kind']>(kind: K) =>
      (byKind.get(kind) ?? []).filter((line): line is Extract<Line, { kind: K }> => line.kind === kind),
  };
}

/** The last line of a process that was killed may be cut short: what it said had no consequence. */
export async function readJournals(directory: string): Promise<Journals> {
  const lines: Line[] = [];
  for (const name of readdirSync(directory).filter((each) => each.endsWith('.jsonl'))) {
    for await (const text of createInterface({ input: createReadStream(join(directory, name)) })) {
      const line = parse(text);
      if (line) lines.push(line);
    }
  }
  return journalsOf(lines);
}

function parse(text: string): Line | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
