import { Prisma } from '../../../generated/client.ts';

/** Rows, column by column. */
export type Columns<Row> = { [Key in keyof Row]: Row[Key][] };

/**
 * All rows of a query, column by column, in its order; every list is null when it has none. An object a row, or a list a row,
 * costs the database several times as much: it looks into the type of every value of every row.
 */
export const columnsJson = (columns: Record<string, Prisma.Sql>): Prisma.Sql => {
  const lists = Object.entries(columns).map(
    ([name, column]) => Prisma.sql`${Prisma.raw(`'${name}'`)}, json_agg(${column})`,
  );
  return Prisma.sql`json_build_object(${Prisma.join(lists)})`;
};

export function rowsOf<Row extends object>(columns: { [Key in keyof Row]: Row[Key][] | null }): Row[] {
  const rows: Partial<Row>[] = [];
  for (const name in columns) {
    columns[name]?.forEach((value, index) => {
      rows[index] ??= {};
      rows[index][name] = value;
    });
  }
  // Every column has a value in every row: that is how `json_agg` makes them.
  return rows as Row[];
}
