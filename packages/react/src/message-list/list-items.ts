import type { MessageRows } from './message-rows.ts';

/** What a list draws, by index: its messages, and before the very first one how the conversation began. */
export interface ListItems {
  rows: MessageRows;
  count: number;
  keyAt(index: number): string;
  contentLengthAt(index: number): number;
  /** The index among `rows`; -1 for the beginning. */
  rowIndexAt(index: number): number;
  /** The item of that row. */
  indexOfRow(rowIndex: number): number;
  /** The item of the row with that key; -1 where there is none. */
  indexOfKey(key: string): number;
}

export function createItems(rows: MessageRows, hasBeginning: boolean): ListItems {
  const shift = hasBeginning ? 1 : 0;
  const indexOfRow = (rowIndex: number) => rowIndex + shift;
  return {
    rows,
    count: rows.count + shift,
    keyAt: (index) => (index < shift ? 'beginning' : rows.keyAt(index - shift)),
    contentLengthAt: (index) => (index < shift ? 0 : rows.contentLengthAt(index - shift)),
    rowIndexAt: (index) => index - shift,
    indexOfRow,
    indexOfKey(key) {
      const rowIndex = rows.indexOfKey(key);
      return rowIndex < 0 ? -1 : indexOfRow(rowIndex);
    },
  };
}
