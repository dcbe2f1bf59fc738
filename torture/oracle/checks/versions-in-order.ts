import type { Check } from '../check.ts';
import type { HeardLine } from '../journal-line.ts';

/** P14. Live, a stream tells of each conversation's changes in the order of their versions, and of none twice. */
export const versionsInOrder: Check = (journals) => {
  const byStream = Map.groupBy(
    journals.of('heard'),
    ({ person, life, connection }) => `${person} ${life} ${connection}`,
  );
  return [...byStream.values()].flatMap(outOfOrder);
};

function outOfOrder(lines: readonly HeardLine[]): string[] {
  let live: Map<number, number> | null = null;
  const broken: string[] = [];
  for (const { person, event } of lines) {
    if (event.type === 'control') {
      if (event.name === 'ready') live = null;
      if (event.name === 'caughtUp') live = new Map();
    } else if (event.type === 'created') live?.delete(event.conversationId);
    else if (live && 'version' in event) {
      const before = live.get(event.conversationId) ?? 0;
      if (event.version <= before)
        broken.push(`person ${person} was sent ${JSON.stringify(event)} after version ${before}`);
      live.set(event.conversationId, event.version);
    }
  }
  return broken;
}
