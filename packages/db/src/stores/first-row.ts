/** The one row of a query that always answers with one. */
export function firstRow<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The query answered with no row.');
  return row;
}
