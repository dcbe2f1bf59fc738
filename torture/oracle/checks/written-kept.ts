import type { Check } from '../check.ts';
import type { TakenLine } from '../journal-line.ts';

/** So many messages later, and so much later, the disk has what a busy disk and a pause held up. */
const laterMessages = 3;
const laterMs = 10_000;

/** What somebody wrote is on the disk soon, and not only in the memory of a client that a crash takes. */
export const writtenKept: Check = (journals) => {
  const kept = new Set(journals.of('kept').map(({ id }) => id));
  const byLife = Map.groupBy(journals.of('taken'), ({ person, life }) => `${person} ${life}`);
  return [...byLife.values()].flatMap((taken) =>
    taken
      .filter((line, at) => !kept.has(line.clientId) && isLongAgo(line, taken[at + laterMessages]))
      .map(({ content, clientId }) => `"${content}" (${clientId}) never got onto the disk`),
  );
};

const isLongAgo = ({ atMs = 0 }: TakenLine, later: TakenLine | undefined): boolean =>
  later?.atMs !== undefined && later.atMs - atMs > laterMs;
