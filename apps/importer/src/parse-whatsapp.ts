import { type DateOrder, dayOf } from './date-order.ts';
import { withoutEditedMarker } from './edited-marker.ts';
import { ImportError } from './import-error.ts';
import { type ImportWarnings, noWarnings } from './import-warnings.ts';
import type { ImportedChat, ImportedMessage } from './imported-chat.ts';
import { acceptableParts } from './message-content.ts';
import { occurrenceIds } from './stable-id.ts';
import { splitAuthor } from './whatsapp-author.ts';
import { readWhatsAppEntries, type WhatsAppEntry } from './whatsapp-entry.ts';
import { personId, surveyWhatsApp, type WhatsAppSurvey } from './whatsapp-survey.ts';
import { isSystemLine } from './whatsapp-system-line.ts';
import { wallClock } from './zoned-time.ts';

export interface WhatsAppOptions {
  /** IANA name of the zone whose clock the times show: that of the phone which exported the chat. */
  readonly timeZone: string;
  /** Longest content of one message, in code points. */
  readonly maxChars: number;
  /** Said by the user; else the dates must settle it. */
  readonly dateOrder?: DateOrder | undefined;
  readonly now?: Date;
}

/** Two clocks need not agree to the minute. */
const clockToleranceMs = 10 * 60_000;

interface Reading extends WhatsAppSurvey {
  readonly path: string;
  readonly latestYear: number;
  readonly timeZone: string;
  readonly maxChars: number;
}

/**
 * Opens WhatsApp's text export, as an Android phone or an iPhone writes it. The file is read twice, in a
 * stream: now, to learn its date order and people, and again as `messages` is read.
 *
 * Ids are made from a message's time, author and text, since the export has none. So a message that was edited
 * or deleted between two exports counts as another, and so does a photo exported first without and then with
 * its file.
 *
 * @throws ImportError if the file has no messages, or its last one is still to come in that time zone;
 *   AmbiguousDateOrderError, ContradictoryDateOrderError
 */
export async function parseWhatsApp(path: string, options: WhatsAppOptions): Promise<ImportedChat> {
  const { timeZone, maxChars, dateOrder, now = new Date() } = options;
  const latestYear = now.getUTCFullYear() + 1;
  const survey = await surveyWhatsApp(path, { latestYear, dateOrder });
  const warnings = noWarnings();
  const reading = { ...survey, path, latestYear, timeZone, maxChars };
  refuseTimeToCome(reading, now);
  const messages = readMessages(reading, warnings);
  return { source: 'whatsapp', people: survey.people, messageCount: survey.messageCount, messages, warnings };
}

/** Whoever imports on another computer easily forgets the phone's zone, and an import cannot be taken back. */
function refuseTimeToCome(reading: Reading, now: Date): void {
  const lastAt = wallClock(reading.timeZone)(wallTime(reading.last, reading), Number.NEGATIVE_INFINITY);
  if (lastAt.getTime() <= now.getTime() + clockToleranceMs) return;
  throw new ImportError(
    `The last message, in line ${reading.last.lineNumber}, would be from ${lastAt.toISOString()}, which is still to ` +
      `come, if the phone's time zone were ${reading.timeZone}. Which one is it? Run again with --tz, ` +
      'such as --tz Europe/Berlin.',
  );
}

async function* readMessages(reading: Reading, warnings: ImportWarnings): AsyncGenerator<ImportedMessage> {
  const toInstant = wallClock(reading.timeZone);
  const idOf = occurrenceIds();
  let latestMs = Number.NEGATIVE_INFINITY;
  for await (const entry of readWhatsAppEntries(reading.path, reading.latestYear, warnings)) {
    const wallMs = wallTime(entry, reading);
    const sentAt = toInstant(wallMs, latestMs);
    latestMs = sentAt.getTime();
    // Made from what stands in the file, without the time zone and before anything is cleaned up, so that
    // neither another --tz nor a better parser makes other ids. Ends are trimmed: the file's last line has none.
    const externalId = idOf(`whatsapp\n${new Date(wallMs).toISOString()}\n${entry.text.trimEnd()}`);
    yield* acceptableParts(messageOf(entry, externalId, sentAt, reading), reading.maxChars, warnings);
  }
}

function wallTime({ date, timeOfDayMs, lineNumber }: WhatsAppEntry, reading: Reading): number {
  const day = dayOf(date, reading.dateOrder, reading.latestYear);
  if (day === null) throw new ImportError(`The file changed while it was read (line ${lineNumber}).`);
  return day + timeOfDayMs;
}

function messageOf(
  entry: WhatsAppEntry,
  externalId: string,
  sentAt: Date,
  { groupLabel }: Reading,
): ImportedMessage {
  const line = splitAuthor(entry.text);
  if (line.author === null || isSystemLine(line, groupLabel)) {
    return { externalId, authorExternalId: null, kind: 'system', content: line.content, sentAt };
  }
  const { content, edited } = withoutEditedMarker(line.content);
  const authorExternalId = personId(line.author);
  const message = { externalId, authorExternalId, kind: 'text', content, sentAt } as const;
  return edited ? { ...message, editedAt: sentAt } : message;
}
