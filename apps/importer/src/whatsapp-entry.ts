import { isPossibleDate } from './date-order.ts';
import type { ImportWarnings } from './import-warnings.ts';
import { readLines } from './read-lines.ts';
import { readWhatsAppLine, type WhatsAppLine } from './whatsapp-line.ts';

/** One message of an export as it stands there: its first line, and the text of all its lines. */
export interface WhatsAppEntry extends WhatsAppLine {
  /** Where it begins; lines count from 1. */
  readonly lineNumber: number;
}

/**
 * Reads an export message by message. A message goes on until a line begins the next one. A pasted line that
 * looks like a message's first line but is laid out unlike this export's own stays part of the message that
 * quotes it, and is counted; one that is laid out alike cannot be told from a message.
 */
export async function* readWhatsAppEntries(
  path: string,
  latestYear: number,
  warnings: ImportWarnings,
): AsyncGenerator<WhatsAppEntry> {
  let lineNumber = 0;
  let start: WhatsAppEntry | null = null;
  let more: string[] = [];
  for await (const line of readLines(path)) {
    lineNumber += 1;
    const header = readWhatsAppLine(line);
    const begins = header !== null && isPossibleDate(header.date, latestYear);
    if (begins && (start === null || header.style === start.style)) {
      if (start) yield withLines(start, more);
      start = { ...header, lineNumber };
      more = [];
    } else if (start) {
      if (header) warnings.foreignHeaders += 1;
      more.push(line);
    } else if (line.trim() !== '') {
      warnings.leadingLines += 1;
    }
  }
  if (start) yield withLines(start, more);
}

function withLines(entry: WhatsAppEntry, more: readonly string[]): WhatsAppEntry {
  return more.length === 0 ? entry : { ...entry, text: [entry.text, ...more].join('\n') };
}
