import type { Line } from './oracle/journal-line.ts';
import type { Journals } from './oracle/journals.ts';
import type { Outcome } from './run.ts';

const mostTold = 40;

/** What happened in a run, in lines for people. */
export function summaryOf(outcome: Outcome): string[] {
  const { journals, truth, happened, connections, notices, calmedMs, violations } = outcome;
  const texts = truth.messages.filter(({ isText }) => isText).length;
  const lives = new Set(journals.of('heard').map(({ person, life }) => `${person} ${life}`)).size;
  return [
    `messages: ${journals.of('send').length} written, ${settled(journals)} acknowledged or taken back, ${texts} stored, ${refused(journals)} refused`,
    `changes of messages: ${journals.of('change').length + journals.of('pending').length}; other deeds: ${tally(journals.of('deed').map(nameOf))}`,
    `events heard: ${journals.of('heard').length}, by ${lives} clients over ${connections} connections`,
    `notices between instances: ${notices.heard} heard (${notices.late} late), ${notices.lost} lost`,
    `faults: ${tally(happened.map(({ name }) => name)) || 'none'}`,
    `at rest ${(calmedMs / 1_000).toFixed(1)} s after the last of them`,
    `violations: ${violations.length}`,
    ...violations.slice(0, mostTold).map(({ check, what }) => `  ${check}: ${what}`),
  ];
}

const nameOf = ({ name, code }: Extract<Line, { kind: 'deed' }>): string => (code ? `${name} ${code}` : name);

/** Sends that are no longer in an outbox, and were not refused. */
function settled(journals: Journals): number {
  const gone = new Set(journals.of('gone').map(({ id }) => id));
  return journals.of('kept').filter(({ entry, id }) => entry === 'send' && gone.has(id)).length;
}

function refused(journals: Journals): number {
  const ids = new Set(journals.of('refused').map(({ id }) => id));
  return journals.of('kept').filter(({ entry, id }) => entry === 'send' && ids.has(id)).length;
}

function tally(names: readonly string[]): string {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }));
  return counts
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => `${count} ${name}`)
    .join(', ');
}
