import { matrix, type Outcome, type RowName } from './matrix.ts';
import { type Actor, actors } from './world.ts';

export type Outcomes = Partial<Record<Actor, Outcome>>;

/** A row of the matrix, read out. */
interface Row {
  name: RowName;
  /** The procedure, without the case. */
  path: string;
  outcomes: Outcomes;
}

const columns: readonly Actor[] = [...actors, 'scopedService'];

export const rows: Row[] = Object.entries(matrix).map(([name, outcomes]) => ({
  name: name as RowName,
  path: name.replace(/ .*/, ''),
  outcomes: Object.fromEntries(outcomes.map((outcome, at) => [columns[at], outcome])),
}));

export const cellsOf = (outcomes: Outcomes): { actor: Actor; outcome: Outcome }[] =>
  columns.flatMap((actor) => {
    const outcome = outcomes[actor];
    return outcome ? [{ actor, outcome }] : [];
  });

/** Of the procedures, those that the matrix says nothing about. */
export const unlisted = (paths: string[]): string[] =>
  paths.filter((path) => !rows.some((row) => row.path === path));

/** What the matrix speaks of, and is not among the procedures. */
export const unknown = (paths: string[]): string[] =>
  rows.map(({ path }) => path).filter((path) => !paths.includes(path));
