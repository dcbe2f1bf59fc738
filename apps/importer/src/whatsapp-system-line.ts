import { withoutLeadingMarks } from './direction-marks.ts';
import { type AuthoredText, displayName } from './whatsapp-author.ts';

/** The iPhone begins what nobody typed with this mark: system lines, but also `image omitted`. */
const NOT_TYPED = '\u200e';
const ENCRYPTION_NOTICE =
  /end-to-end|ende-zu-ende|extremo a extremo|bout en bout|ponta a ponta|uçtan uca|сквозн|מקצה לקצה|طرفين/i;
const SENT_BY_A_PERSON =
  /^<|omitted|weggelassen|omitid[ao]|ocultad[ao]|absente?$|omess[ao]|weggelaten|deleted|gelöscht|eliminad[ao]|apagad[ao]/i;

/**
 * Whether WhatsApp wrote a line itself. In an iPhone's export such lines have an author too: the encryption notice
 * has the other person, `Ana changed the icon` has Ana, and `Ana added you` has the group.
 *
 * @param groupLabel the author that is the group
 */
export function isSystemLine({ author, content }: AuthoredText, groupLabel: string | null): boolean {
  if (author === null || author === groupLabel) return true;
  if (!content.startsWith(NOT_TYPED) || isSentByAPerson(content)) return false;
  return ENCRYPTION_NOTICE.test(content) || namesItsAuthor(author, content);
}

/**
 * Finds the author of an iPhone's export that is the group: the first one with a system line before anybody typed
 * anything, as every full export begins, and with nothing but system lines to the end.
 */
export class GroupLabelSearch {
  readonly #suspects = new Set<string>();
  #somebodyTyped = false;

  /** Takes note of a line; all lines of the export are needed. */
  observe({ author, content }: AuthoredText): void {
    if (author === null || namesItsAuthor(author, content)) return;
    const isTyped = !content.startsWith(NOT_TYPED);
    if (isTyped || isSentByAPerson(content)) this.#suspects.delete(author);
    else if (!this.#somebodyTyped) this.#suspects.add(author);
    this.#somebodyTyped ||= isTyped;
  }

  found(): string | null {
    const [first = null] = this.#suspects;
    return first;
  }
}

function namesItsAuthor(author: string, content: string): boolean {
  if (!content.startsWith(NOT_TYPED)) return false;
  const text = withoutLeadingMarks(content);
  return text.startsWith(`${author} `) || text.startsWith(`${displayName(author)} `);
}

/** Media and deleted messages, of which the iPhone writes only that there was one. */
function isSentByAPerson(content: string): boolean {
  return SENT_BY_A_PERSON.test(withoutLeadingMarks(content));
}
