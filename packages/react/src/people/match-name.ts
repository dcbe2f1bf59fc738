/** Letters that are not a plain one with a mark, and what people type for them. */
const typedAs: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Most names: nothing in them has to be looked at. */
const isAscii = (text: string): boolean => !/[^ -~]/.test(text);

/** Text as one compares it by eye: without case, accents and width. */
export const plain = (text: string): string => (isAscii(text) ? text.toLowerCase() : withoutAccents(text));

const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøłđðþæœı]/g, (letter) => typedAs[letter] ?? letter);

/** The words of what was typed. */
export const wordsOf = (query: string): readonly string[] => plain(query).split(/\s+/).filter(Boolean);

/** Whether the text, which is `plain` already, has every word in it. */
export const hasWords = (plainText: string, words: readonly string[]): boolean =>
  words.every((word) => plainText.includes(word));

/** Whether a name is one that the query looks for. */
export const matchesName = (name: string, query: string): boolean => hasWords(plain(name), wordsOf(query));
