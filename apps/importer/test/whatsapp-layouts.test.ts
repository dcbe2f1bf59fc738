import { describe, expect, test } from 'vitest';
import { asLines, readWhatsApp } from './support.ts';

const CONTENTS = [
  'plain',
  'https://example.com/a:b?c=d: and more',
  'two\nlines',
  'blank\n\nlines\n\n\nwithin',
  ' leading and trailing spaces  ',
  'a tab\tand a no-break\u00a0space',
  'a line separator\u2028and a paragraph one\u2029are no line ends here',
  '👨‍👩‍👧‍👦 👍🏿 🏴󠁧󠁢󠁷󠁬󠁳󠁿 e\u0301',
  '\u200fمرحبا \u202b(١٢)\u202c שלום',
  'Bob: said this',
  '- 5/6: pace [31/12/2024] 21:05',
  '12:30 lunch - or 31/12, 21:05?',
];

/** The same two instants, 5 January 2025 at 00:05 and 31 January 2025 at 21:05, as phones write them. */
const LAYOUTS = [
  ['1/5/25, 12:05\u202fAM - ', '1/31/25, 9:05\u202fPM - '],
  ['05/01/2025, 00:05 - ', '31/01/2025, 21:05 - '],
  ['05/01/2025, 12:05 am - ', '31/01/2025, 9:05 pm - '],
  ['05/01/2025 00:05 - ', '31/01/2025 21:05 - '],
  ['05.01.25, 00:05 - ', '31.01.25, 21:05 - '],
  ['5-1-2025 00:05 - ', '31-1-2025 21:05 - '],
  ['05/01/25 00.05 - ', '31/01/25 21.05 - '],
  ['5.1.2025 klo 0.05 - ', '31.1.2025 klo 21.05 - '],
  ['2025-01-05, 12:05 a.m. - ', '2025-01-31, 9:05 p.m. - '],
  ['2025/1/5 上午12:05 - ', '2025/1/31 下午9:05 - '],
  ['2025. 1. 5. 오전 12:05 - ', '2025. 1. 31. 오후 9:05 - '],
  ['٥\u200f/١\u200f/٢٠٢٥، ١٢:٠٥ ص - ', '٣١\u200f/١\u200f/٢٠٢٥، ٩:٠٥ م - '],
  ['۲۰۲۵/۱/۵، ۰:۰۵ - ', '۲۰۲۵/۱/۳۱، ۲۱:۰۵ - '],
  ['[05/01/2025, 00:05:00] ', '[31/01/2025, 21:05:00] '],
  ['\u200e[1/5/25, 12:05:00\u202fAM] ', '\u200e[1/31/25, 9:05:00\u202fPM] '],
  ['[05.01.25, 00:05:00] ', '[31.01.25, 21:05:00] '],
  ['[2025-01-05, 12:05:00 a. m.] ', '[2025-01-31, 9:05:00 p. m.] '],
  ['05/01/2025 00:05:00: ', '31/01/2025 21:05:00: '],
] as const;

describe.each(LAYOUTS)('the layout %s', (first, second) => {
  test.each(['\n', '\r\n'])(
    'gives every message as it was written, with lines ending in %j',
    async (newline) => {
      const text = [
        ...CONTENTS.map((content) => `${first}Ana B. (coach): ${content}`),
        `${second}Ana B. (coach) left`,
      ];
      const { messages } = await readWhatsApp(`${text.join('\n')}\n`.replaceAll('\n', newline));
      expect(asLines(messages)).toEqual([
        ...CONTENTS.map((content) => `2025-01-05T00:05:00 Ana B. (coach): ${content}`),
        '2025-01-31T21:05:00 *: Ana B. (coach) left',
      ]);
    },
  );
});
