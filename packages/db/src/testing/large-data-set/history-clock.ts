/** The history goes over so much time. */
const historyDays = 730;

/** When a part of the history (from 0 to 1, an SQL expression) was written: its time, and its transaction. */
export interface HistoryClock {
  at(part: string): string;
  changed(part: string): string;
}

export const historyClock = (firstTransaction: number, transactions: number): HistoryClock => ({
  at: (part) => `date_trunc('milliseconds', now() - (1 - (${part})) * interval '${historyDays} days')`,
  changed: (part) => `(${firstTransaction} + floor((${part}) * ${transactions - 1})::bigint)`,
});
