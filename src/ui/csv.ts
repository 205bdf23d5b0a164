// Rows as a CSV file (RFC 4180), for tables that leave the page. They are for programs: column names are English and numbers have
// points in every language of the page, so that one script reads those of a whole class. Texts that a spreadsheet would run as a formula do not.
import type { ProducedFile } from '../protocol';

type Cell = string | number;

function written(cell: Cell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param rows the header first */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');

/** With a byte order mark, by which spreadsheets know UTF-8. */
export const csvFile = (fileName: string, rows: readonly (readonly Cell[])[]): ProducedFile => ({
  fileName,
  mimeType: 'text/csv',
  bytes: new TextEncoder().encode(`\ufeff${csvText(rows)}`),
});
