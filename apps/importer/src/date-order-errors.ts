import { type DateOrder, dayOf, type WrittenDate } from './date-order.ts';
import { ImportError } from './import-error.ts';

/** A date of the export and where it stands; lines count from 1. */
export interface DateSample {
  readonly date: WrittenDate;
  readonly lineNumber: number;
}

const MEANING: Record<DateOrder, string> = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
};
const LONG_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The export's dates make sense in more than one order. The message asks which one is meant. */
export class AmbiguousDateOrderError extends ImportError {
  override name = 'AmbiguousDateOrderError';
  readonly orders: readonly DateOrder[];

  constructor(example: DateSample, orders: readonly DateOrder[], latestYear: number) {
    const readings = orders.map((order) =>
      LONG_DATE.format(dayOf(example.date, order, latestYear) ?? Number.NaN),
    );
    const choices = orders.map((order) => `  --date-order ${order}   (${MEANING[order]})`);
    super(
      `Does ${example.date.written} in line ${example.lineNumber} mean ${readings.join(' or ')}? ` +
        `All dates in this file can be read in more than one way. Say which by running again with one of\n${choices.join('\n')}`,
    );
    this.orders = orders;
  }
}

/** No order fits all dates of the export, or not the order that was asked for. */
export class ContradictoryDateOrderError extends ImportError {
  override name = 'ContradictoryDateOrderError';

  static betweenLines(one: DateSample, other: DateSample): ContradictoryDateOrderError {
    return new ContradictoryDateOrderError(
      `The dates in this file contradict each other: no order of day, month and year makes past days of both ` +
        `${one.date.written} in line ${one.lineNumber} and ${other.date.written} in line ${other.lineNumber}. ` +
        `If two exports were joined into this file, import each by itself.`,
    );
  }

  static withRequest(requested: DateOrder, example: DateSample): ContradictoryDateOrderError {
    return new ContradictoryDateOrderError(
      `--date-order ${requested} (${MEANING[requested]}) does not fit this file: ` +
        `line ${example.lineNumber} is dated ${example.date.written}.`,
    );
  }
}
