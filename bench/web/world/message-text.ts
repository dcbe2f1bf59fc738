const words = (
  'knee stretch morning easy pace hills coffee Saturday shoes tempo rest heart rate plan squats rowing machine ' +
  'again tomorrow thanks please before after week session slower faster longer park gate north breathing water'
).split(' ');

const endings = [
  '.',
  '!',
  '?',
  ' 🎉',
  ' 💪',
  ' https://example.com/plans/spring-10k',
  '.\nWrite me how it felt.',
];

/** How many words messages have, in the proportions of a chat: most are short, some are long. */
const lengths = [3, 4, 5, 6, 8, 10, 12, 18, 30, 60];

/** What a message says begins with its mark, by which a page can be asked which message it shows where. */
export const markOf = (letter: string, seq: number): string => `${letter}-${seq}`;

/** The same text for the same seq, at every run. */
export function messageText(letter: string, seq: number): string {
  const noise = scramble(seq);
  const count = pick(lengths, noise);
  const said = Array.from({ length: count }, (_, index) => pick(words, scramble(noise + index)));
  return `${markOf(letter, seq)} ${said.join(' ')}${pick(endings, noise >>> 8)}`;
}

const pick = <T>(from: readonly T[], noise: number): T => {
  const picked = from[noise % from.length];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
};

/** An integer hash: neighbours come out far apart. */
export function scramble(value: number): number {
  const mixed = Math.imul((value ^ (value >>> 16)) + 0x9e3779b9, 0x85ebca6b);
  return (Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ (mixed >>> 16)) >>> 0;
}
