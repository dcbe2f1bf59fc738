/** As much of a row as its neighbours need to know. */
export interface RowSource {
  senderId: number;
  createdAt: string;
  /** Something the system tells, across the column. */
  isLine: boolean;
  /** Null while it is not stored. */
  seq: number | null;
}

export interface RowFacts {
  startsDay: boolean;
  isFirstUnread: boolean;
  /** The first of several that somebody wrote in one go. */
  startsGroup: boolean;
  endsGroup: boolean;
}

export interface RowRules {
  dayKey(at: string): number;
  /** Where the divider of this visit stands. */
  dividerSeq: number | null;
}

const groupMs = 5 * 60_000;

/** How a row stands to those beside it; only for rows that are drawn. */
export function rowFacts(
  previous: RowSource | undefined,
  row: RowSource,
  next: RowSource | undefined,
  rules: RowRules,
): RowFacts {
  return {
    startsDay: isOtherDay(previous, row, rules),
    isFirstUnread: isDivided(row, rules),
    startsGroup: isApart(previous, row, rules),
    endsGroup: !next || isApart(row, next, rules),
  };
}

function isApart(above: RowSource | undefined, below: RowSource, rules: RowRules): boolean {
  if (!above || above.isLine || below.isLine || above.senderId !== below.senderId) return true;
  if (isDivided(below, rules) || isOtherDay(above, below, rules)) return true;
  return Date.parse(below.createdAt) - Date.parse(above.createdAt) > groupMs;
}

const isDivided = ({ seq }: RowSource, { dividerSeq }: RowRules): boolean =>
  seq !== null && seq === dividerSeq;

const isOtherDay = (above: RowSource | undefined, below: RowSource, { dayKey }: RowRules): boolean =>
  !above || dayKey(above.createdAt) !== dayKey(below.createdAt);
