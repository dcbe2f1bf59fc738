/** A part of a text; with `href`, a link. Together the parts are the text, character for character. */
export interface TextPart {
  text: string;
  href?: string;
}

/** What begins like an address, at the beginning of a word, up to a space, a quote, or a mark that turns the writing round. */
const candidates =
  /(?<![\p{L}\p{N}_@/.])(?:https?:\/\/|www\.|mailto:)[^\s<>"“”«»\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;
/** Ends a sentence rather than an address. */
const trailing = new Set(`.,;:!?'’…*_~、。，．！？；：」』】）`);
const brackets = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(candidates)) {
    const address = withoutSentence(found);
    const href = hrefOf(address);
    if (href === null) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Without the punctuation after it, and brackets that were opened before it. Each letter is looked at once: there may be thousands. */
function withoutSentence(found: string): string {
  const unopened = unopenedIn(found);
  let end = found.length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    const surplus = unopened.get(last) ?? 0;
    if (surplus > 0) unopened.set(last, surplus - 1);
    else if (!trailing.has(last)) break;
  }
  return found.slice(0, end);
}

/** By closing bracket, how many more there are than are opened. */
function unopenedIn(text: string): Map<string, number> {
  const count = (letter: string): number => text.split(letter).length - 1;
  return new Map([...brackets].map(([closing, opening]) => [closing, count(closing) - count(opening)]));
}

/** Null for what only looks like an address. */
function hrefOf(address: string): string | null {
  if (/^mailto:/i.test(address)) return /^mailto:[^@\s]+@[^@\s]+$/i.test(address) ? address : null;
  const withScheme = /^www\./i.test(address) ? `https://${address}` : address;
  const url = URL.parse(withScheme);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const isNamed = url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.includes(':');
  return isNamed && url.hostname !== 'www.' ? withScheme : null;
}
