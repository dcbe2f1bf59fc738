import { limits } from '@vibe/contract';

/** What is sent of what was typed: no blank lines before it and no space after it, nor what the server would refuse. */
export const contentOf = (typed: string): string =>
  typed
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/^\s*\n/, '')
    .trimEnd();

/** From here on it is told how much room is left. */
const tellFrom = limits.contentChars * 0.9;

/** How many characters may still be added, below 0 when they are too many; null as long as it is of no interest. */
export function charsLeft(content: string): number | null {
  if (content.length < tellFrom) return null;
  const count = countCodePoints(content);
  return count < tellFrom ? null : limits.contentChars - count;
}

function countCodePoints(content: string): number {
  let count = 0;
  for (const _ of content) count += 1;
  return count;
}
