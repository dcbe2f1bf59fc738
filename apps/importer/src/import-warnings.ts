/** What the import had to adapt or leave out, as counts. Complete once all messages have been read. */
export interface ImportWarnings {
  /** Messages that show U+FFFD where a character could not be kept (NUL, a lone surrogate, broken bytes). */
  unreadable: number;
  /** Messages without any visible content, imported as `[empty message]`. */
  blank: number;
  /** Messages over the length limit, imported as several in a row. */
  split: number;
  /** Slack records that are not messages any more: tombstones and hidden change records. */
  skipped: number;
  /** Lines before the first message, which belong to none. */
  leadingLines: number;
  /** Lines that look like a message's start in another format, kept as text of the message above. */
  foreignHeaders: number;
}

/** Counters at zero. */
export function noWarnings(): ImportWarnings {
  return { unreadable: 0, blank: 0, split: 0, skipped: 0, leadingLines: 0, foreignHeaders: 0 };
}

const LABELS: Record<keyof ImportWarnings, string> = {
  unreadable: 'Messages with characters that could not be kept, which show \ufffd instead',
  blank: 'Messages that are empty in the export, which say [empty message]',
  split: 'Messages that were too long and became several in a row',
  skipped: 'Records left out, of deleted messages and of changes',
  leadingLines: 'Lines left out, before the first message',
  foreignHeaders:
    'Lines like those of another export or with an impossible date, kept as text of the message above',
};

/** One line for each kind of warning that occurred: `Messages that were too long and became several in a row: 3`. */
export function describeWarnings(warnings: ImportWarnings): string[] {
  const kinds = Object.keys(LABELS) as (keyof ImportWarnings)[];
  return kinds.filter((kind) => warnings[kind] > 0).map((kind) => `${LABELS[kind]}: ${warnings[kind]}`);
}
