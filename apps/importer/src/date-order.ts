export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;

/** Which of a date's three numbers is the day, the month and the year. */
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A date as it stands in an export. */
export interface WrittenDate {
  readonly written: string;
  readonly parts: readonly [number, number, number];
  /** Where a four-digit year stands. */
  readonly year: 'first' | 'last' | 'unknown';
  /** True where a two-digit year may come first: with hyphens, or with spaces as in Korean. */
  readonly yearMayLead: boolean;
}

// WhatsApp and Slack did not exist before; this also keeps other calendars' years out (Persian 1403).
const FIRST_YEAR = 2009;

/**
 * The day a date means when read in an order, as midnight UTC in milliseconds; null where there is no such
 * day, or not between 2009 and `latestYear`.
 */
export function dayOf(date: WrittenDate, order: DateOrder, latestYear: number): number | null {
  if (date.year === 'first' ? order !== 'ymd' : date.year === 'last' && order === 'ymd') return null;
  const [first, second, third] = date.parts;
  const [written, month, day] = {
    dmy: [third, second, first] as const,
    mdy: [third, first, second] as const,
    ymd: [first, second, third] as const,
  }[order];
  const year = written < 100 ? 2000 + written : written;
  const result = new Date(Date.UTC(year, month - 1, day));
  const exists = result.getUTCMonth() === month - 1 && result.getUTCDate() === day;
  return exists && year >= FIRST_YEAR && year <= latestYear ? result.getTime() : null;
}

/** True if a date is a day at all, in whichever order. */
export function isPossibleDate(date: WrittenDate, latestYear: number): boolean {
  return DATE_ORDERS.some((order) => dayOf(date, order, latestYear) !== null);
}
