import { limits } from '@vibe/contract';
import { withoutOuterMarks } from './direction-marks.ts';

const QUOTES = /["“”„«»]/g;

export interface AuthoredText {
  /** The name as the export gives it, without direction marks around it; null for a line without one. */
  readonly author: string | null;
  readonly content: string;
}

/**
 * Splits what follows a message's time into its author and its content. The export does not say where a name
 * ends, so the first `: ` of the first line ends it: of a name that contains `: `, the rest becomes content.
 * A line without `: ` is a system line, and so is one whose first `: ` stands in a quotation
 * (`Ana changed the group name to “Gym: the crew”`).
 */
export function splitAuthor(text: string): AuthoredText {
  const firstLine = text.split('\n', 1)[0] ?? '';
  const end = endOfName(firstLine);
  const author = withoutOuterMarks(firstLine.slice(0, Math.max(end, 0)))
    .replaceAll('\0', '\ufffd')
    .trim();
  if (author === '' || author.length > limits.nameChars || endsInQuotation(author)) {
    return { author: null, content: withoutOuterMarks(text) };
  }
  return { author, content: text.slice(end + 1).replace(/^ /, '') };
}

/** An editor that trims lines leaves `Name:` alone on the first line of a message that begins with a break. */
function endOfName(firstLine: string): number {
  const end = firstLine.indexOf(': ');
  return end < 0 && firstLine.endsWith(':') ? firstLine.length - 1 : end;
}

function endsInQuotation(candidate: string): boolean {
  return (candidate.match(QUOTES)?.length ?? 0) % 2 === 1;
}

/** What people see: WhatsApp marks names that are not in the exporter's contacts with `~ `. */
export function displayName(author: string): string {
  return author.replace(/^~\s*(?=\S)/, '');
}
