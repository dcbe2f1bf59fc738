/** Matches one of the invisible characters that exports put around numbers and names to keep their direction. */
export const DIRECTION_MARK = '[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]';

const LEADING = new RegExp(`^${DIRECTION_MARK}+`);
// The look-behind keeps a long run of marks within the text from being tried from each of its characters.
const TRAILING = new RegExp(`(?<!${DIRECTION_MARK})${DIRECTION_MARK}+$`);

export function withoutLeadingMarks(text: string): string {
  return text.replace(LEADING, '');
}

export function withoutOuterMarks(text: string): string {
  return withoutLeadingMarks(text).replace(TRAILING, '');
}
