/** How a locale writes times, days and numbers. Instants are ISO 8601 strings, `nowMs` is `Date.now()`'s. */
export interface Format {
  /** 14:05 */
  time(at: string): string;
  /** Today, Yesterday, a weekday within the last week, else a date, with the year where it is another one. */
  day(at: string, nowMs: number): string;
  /** A date with its year. */
  date(at: string): string;
  /** For lists: the time today, a weekday within a week, else a short date. */
  shortTime(at: string, nowMs: number): string;
  /** Date and time in full, for tooltips. */
  full(at: string): string;
  /** "5 minutes ago". */
  ago(at: string, nowMs: number): string;
  number(value: number): string;
  /** "Ana, Leo and Maya". */
  names(names: readonly string[]): string;
  /** Which day an instant is in, to compare with that of another. */
  dayKey(at: string): number;
}

const dayMs = 86_400_000;

export function createFormat(locale: string): Format {
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const time = part({ hour: 'numeric', minute: '2-digit' });
  const weekday = part({ weekday: 'long' });
  const shortWeekday = part({ weekday: 'short' });
  const date = part({ day: 'numeric', month: 'long' });
  const dateOfYear = part({ day: 'numeric', month: 'long', year: 'numeric' });
  const shortDate = part({ day: 'numeric', month: 'short' });
  const shortDateOfYear = part({ day: 'numeric', month: 'numeric', year: '2-digit' });
  const full = part({ dateStyle: 'full', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const count = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const upperFirst = (word: string) => word.slice(0, 1).toLocaleUpperCase(locale) + word.slice(1);
  const isSameYear = (at: Date, nowMs: number) => at.getFullYear() === new Date(nowMs).getFullYear();

  return {
    time: (at) => time.format(new Date(at)),
    day(at, nowMs) {
      const then = new Date(at);
      const days = daysBetween(then, nowMs);
      if (days === 0 || days === 1) return upperFirst(relative.format(-days, 'day'));
      if (days > 1 && days < 7) return weekday.format(then);
      return (isSameYear(then, nowMs) ? date : dateOfYear).format(then);
    },
    date: (at) => dateOfYear.format(new Date(at)),
    shortTime(at, nowMs) {
      const then = new Date(at);
      const days = daysBetween(then, nowMs);
      if (days <= 0) return time.format(then);
      if (days < 7) return shortWeekday.format(then);
      return (isSameYear(then, nowMs) ? shortDate : shortDateOfYear).format(then);
    },
    full: (at) => full.format(new Date(at)),
    ago(at, nowMs) {
      const minutes = Math.max(0, Math.round((nowMs - Date.parse(at)) / 60_000));
      if (minutes < 60) return relative.format(-minutes, 'minute');
      if (minutes < 24 * 60) return relative.format(-Math.round(minutes / 60), 'hour');
      return relative.format(-daysBetween(new Date(at), nowMs), 'day');
    },
    number: (value) => count.format(value),
    names: (names) => list.format(names),
    dayKey(at) {
      const day = new Date(at);
      return (day.getFullYear() * 12 + day.getMonth()) * 31 + day.getDate();
    },
  };
}

/** Midnights between the two, on this machine's clock: 0 for the same day, below 0 for days to come. */
function daysBetween(then: Date, nowMs: number): number {
  return Math.round((startOfDay(new Date(nowMs)) - startOfDay(then)) / dayMs);
}

const startOfDay = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
