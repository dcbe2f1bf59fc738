import { expect, test } from 'vitest';
import { noWarnings } from '../src/import-warnings.ts';
import type { ImportedChat } from '../src/imported-chat.ts';
import { summary } from '../src/summary.ts';

const chat: ImportedChat = {
  source: 'whatsapp',
  people: [{ externalId: 'whatsapp:Ana', fullName: 'Ana' }],
  messageCount: 1_234,
  messages: (async function* () {})(),
  warnings: { ...noWarnings(), split: 2 },
};
const options = { path: 'chat.txt', group: 'Gym', members: [], timeZone: 'Europe/Berlin' };
const nothing = { added: 0, known: 0, retimed: 0, joined: [], isComplete: true };

test('a summary says what came, who came, and what was adapted', () => {
  const result = { ...nothing, added: 1_233, known: 1, retimed: 3, joined: ['Robin', 'Sam'] };
  expect(summary(result, chat, options).split('\n')).toEqual([
    '"Gym" got 1,233 new messages; 1 was there already. The export has 1 person.',
    'New in the group: Robin and Sam.',
    'Times were read as those of Europe/Berlin (--tz).',
    expect.stringMatching(/^Messages that show another time than the export says.*: 3$/),
    expect.stringMatching(/: 2$/),
  ]);
});

test('where nothing is new, it says no more than that', () => {
  const plain = { ...chat, warnings: noWarnings() };
  expect(summary({ ...nothing, known: 1_234 }, plain, options)).toBe(
    '"Gym" got 0 new messages; 1,234 were there already. The export has 1 person.',
  );
});

test('an import that was stopped says how to go on', () => {
  expect(summary({ ...nothing, isComplete: false }, chat, options)).toMatch(/Run the same command again/);
});
