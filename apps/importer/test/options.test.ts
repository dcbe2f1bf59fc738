import { expect, test } from 'vitest';
import { HELP, parseOptions } from '../src/options.ts';

test('a file and a group are enough', () => {
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(parseOptions(['chat.txt', '--group', 'Gym crew'])).toEqual({
    path: 'chat.txt',
    group: 'Gym crew',
    members: [],
    timeZone,
  });
});

test('everything can be said, in any order, after the -- of a package manager', () => {
  expect(
    parseOptions([
      '--',
      '--tz',
      'Asia/Tokyo',
      '--group=Gym',
      '--date-order',
      'mdy',
      '--channel',
      'gym',
      '--member',
      'ana@example.com',
      'export',
      '--member=leo@example.com',
    ]),
  ).toEqual({
    path: 'export',
    group: 'Gym',
    members: ['ana@example.com', 'leo@example.com'],
    timeZone: 'Asia/Tokyo',
    dateOrder: 'mdy',
    channel: 'gym',
  });
});

test.each([
  [[], /Say which export to load.*\n.*--group <name>/],
  [['chat.txt'], /Say which group/],
  [['chat.txt', '--group', ' '], /name in --group is empty/],
  [['chat.txt', '--group', 'g'.repeat(121)], /--group must be at most 120 characters long/],
  [['chat.txt', '--group', 'g', '--member', 'Ana'], /--member Ana is not an email address/],
  [['chat.txt', '--group', 'g', '--tz', 'Berlin'], /--tz Berlin is not a known time zone/],
  [['chat.txt', '--group', 'g', '--date-order', 'usa'], /--date-order must be dmy, mdy or ymd, not usa/],
  [['chat.txt', '--group', 'Gym', 'crew'], /crew is one too many/],
  [['chat.txt', '--grop', 'Gym'], /--grop[\s\S]*--help/],
  [['chat.txt', '--group'], /--group/],
])('%j is answered with a sentence', (argv, sentence) => {
  expect(() => parseOptions(argv)).toThrow(sentence);
});

test('--help wins over everything else, and names every option', () => {
  expect(parseOptions(['--help', '--tz', 'nowhere'])).toBeNull();
  for (const option of ['--group', '--member', '--tz', '--date-order', '--channel'])
    expect(HELP).toContain(option);
});
