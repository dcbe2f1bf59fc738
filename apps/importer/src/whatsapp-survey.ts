import type { DateOrder } from './date-order.ts';
import type { DateSample } from './date-order-errors.ts';
import { decideDateOrder } from './decide-date-order.ts';
import { ImportError } from './import-error.ts';
import { noWarnings } from './import-warnings.ts';
import type { ImportedPerson } from './imported-chat.ts';
import { importedPerson } from './imported-person.ts';
import { displayName, splitAuthor } from './whatsapp-author.ts';
import { readWhatsAppEntries, type WhatsAppEntry } from './whatsapp-entry.ts';
import { isIphoneLine } from './whatsapp-line.ts';
import { GroupLabelSearch, isSystemLine } from './whatsapp-system-line.ts';

/** What can only be known once the whole export has been read. */
export interface WhatsAppSurvey {
  readonly dateOrder: DateOrder;
  readonly messageCount: number;
  readonly people: readonly ImportedPerson[];
  /** The author that is the group; null if there is none. */
  readonly groupLabel: string | null;
  readonly last: WhatsAppEntry;
}

export interface WhatsAppSurveyOptions {
  readonly dateOrder?: DateOrder | undefined;
  readonly latestYear: number;
}

/**
 * Reads an export once to learn its date order and its people. Keeps dates and names only.
 *
 * @throws ImportError if the file has no message, or its dates are ambiguous or contradictory
 */
export async function surveyWhatsApp(path: string, options: WhatsAppSurveyOptions): Promise<WhatsAppSurvey> {
  const samples: DateSample[] = [];
  const authors = new Set<string>();
  const labelSearch = new GroupLabelSearch();
  let messageCount = 0;
  let last: WhatsAppEntry | undefined;
  for await (const entry of readWhatsAppEntries(path, options.latestYear, noWarnings())) {
    const { date, lineNumber, style, text } = entry;
    last = entry;
    messageCount += 1;
    if (date.written !== samples.at(-1)?.date.written) samples.push({ date, lineNumber });
    const line = splitAuthor(text);
    if (isIphoneLine(style)) labelSearch.observe(line);
    if (line.author !== null && !isSystemLine(line, null)) authors.add(line.author);
  }
  if (!last) throw noMessages(path);
  const dateOrder = decideDateOrder(samples, options.latestYear, options.dateOrder);
  const groupLabel = labelSearch.found();
  const people = [...authors].filter((author) => author !== groupLabel).map(personOf);
  return { dateOrder, messageCount, people, groupLabel, last };
}

/** WhatsApp's export knows people by name only: two people of one name are one. */
export function personId(author: string): string {
  return `whatsapp:${author}`;
}

function personOf(author: string): ImportedPerson {
  return importedPerson(personId(author), displayName(author), author);
}

function noMessages(path: string): ImportError {
  return new ImportError(
    `No message was found in ${path}. Expected WhatsApp's text export, with lines such as ` +
      `"31/12/2024, 21:05 - Ana: Happy new year" or "[31/12/2024, 21:05:09] Ana: Happy new year".`,
  );
}
