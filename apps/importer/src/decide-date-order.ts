import { DATE_ORDERS, type DateOrder, dayOf } from './date-order.ts';
import {
  AmbiguousDateOrderError,
  ContradictoryDateOrderError,
  type DateSample,
} from './date-order-errors.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Decides from an export's dates, in the export's order, how they are written. Nothing is guessed: an order
 * must fit every date, and if several do, be the only one in which the dates do not go back. (By more than a
 * day, that is: late messages go back a little, and a date read in a wrong order by weeks.)
 *
 * @param requested the order that the user said; the dates must still fit it
 * @throws AmbiguousDateOrderError if the dates leave it open
 * @throws ContradictoryDateOrderError if no order fits, or not the requested one
 */
export function decideDateOrder(
  samples: readonly DateSample[],
  latestYear: number,
  requested?: DateOrder,
): DateOrder {
  if (requested) return requireFit(samples, latestYear, requested);
  const fitting = fittingOrders(samples, latestYear);
  const rising = fitting.filter((order) => isRising(samples, order, latestYear));
  const open = rising.length > 0 ? rising : fitting;
  const example = samples.find(
    (sample) => new Set(open.map((order) => dayOf(sample.date, order, latestYear))).size > 1,
  );
  if (example) throw new AmbiguousDateOrderError(example, open, latestYear);
  const [order] = open;
  if (order === undefined) throw contradiction(samples, latestYear);
  return order;
}

function requireFit(samples: readonly DateSample[], latestYear: number, requested: DateOrder): DateOrder {
  const misfit = samples.find(({ date }) => dayOf(date, requested, latestYear) === null);
  if (misfit) throw ContradictoryDateOrderError.withRequest(requested, misfit);
  return requested;
}

/** The orders in which every date is one. A two-digit year comes first only where nothing else is possible. */
function fittingOrders(samples: readonly DateSample[], latestYear: number): DateOrder[] {
  const fitting = DATE_ORDERS.filter((order) =>
    samples.every(({ date }) => dayOf(date, order, latestYear) !== null),
  );
  const yearMayLead = samples.every(({ date }) => date.yearMayLead || date.year === 'first');
  return yearMayLead || fitting.length < 2 ? fitting : fitting.filter((order) => order !== 'ymd');
}

function isRising(samples: readonly DateSample[], order: DateOrder, latestYear: number): boolean {
  const days = samples.map(({ date }) => dayOf(date, order, latestYear) ?? Number.NaN);
  return days.every((day, index) => index === 0 || day >= (days[index - 1] ?? day) - DAY_MS);
}

/** Finds the line that no order fits any more, and the one before it that left too few. */
function contradiction(samples: readonly DateSample[], latestYear: number): ContradictoryDateOrderError {
  let left: readonly DateOrder[] = DATE_ORDERS;
  let narrowedBy = samples[0];
  for (const sample of samples) {
    const still = left.filter((order) => dayOf(sample.date, order, latestYear) !== null);
    if (still.length === 0 && narrowedBy) return ContradictoryDateOrderError.betweenLines(narrowedBy, sample);
    if (still.length < left.length) narrowedBy = sample;
    left = still;
  }
  throw new RangeError('deciding a date order needs at least one date');
}
