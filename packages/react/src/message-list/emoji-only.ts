const most = 3;
/** Long enough for three families of four, with skin tones. */
const maxLength = 100;
const emoji = /^(?:\p{RI}\p{RI}|\p{Emoji_Presentation}|\p{Emoji}\ufe0f|[\u2764\u2665\u263a])/u;

let segmenter: Intl.Segmenter | undefined;

/** Whether it is one to three emoji, and nothing else: these are shown large. */
export function isEmojiOnly(text: string): boolean {
  if (text.length > maxLength || /[\p{L}\p{P}]/u.test(text.replaceAll(/[#*]\ufe0f/gu, ''))) return false;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const letters = Array.from(segmenter.segment(text.replaceAll(/\s/gu, '')), ({ segment }) => segment);
  return letters.length > 0 && letters.length <= most && letters.every((letter) => emoji.test(letter));
}
