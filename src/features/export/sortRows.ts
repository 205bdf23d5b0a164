// Rows of a table in the order of one column. Pure.

export interface Sorting<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

/** The same column again turns the order round. */
export const nextSorting = <Column extends string>(
  now: Sorting<Column>,
  column: Column,
): Sorting<Column> => ({ column, descending: now.column === column && !now.descending });

/** A sorted copy; equal rows keep their order, and what is not known stands last. */
export function sortRows<Column extends string, Row extends Readonly<Record<Column, number | string | null>>>(
  rows: readonly Row[],
  { column, descending }: Sorting<Column>,
): Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[column], b[column]];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
    return sign * String(x).localeCompare(String(y));
  });
}
