// What the page shows of translators that become smaller, while they learn: the grids of the run that they come from, in which
// beside what its networks make of a picture stands what the smaller ones make of it. Ways back are those of the smaller ones.
import type { GridLayout } from '../core/gridLayout';
import type { ImageBatch } from '../core/history';
import type { TaskTrainer } from '../training/taskTrainer';
import { drawsOf, type Draws } from '../training/translators';
import type { UpdatesPlan } from '../training/updatesTrainer';

/** What stands in the two columns that take the place of one. */
const COLUMNS = ['as trained', 'smaller'] as const;

/** @param made the column of what a network made, from 0 */
const widened = (layout: GridLayout, made: number): GridLayout => ({
  ...layout,
  columns: [...layout.columns.slice(0, made), ...COLUMNS, ...layout.columns.slice(made + 1)],
});

/**
 * Rows of one up to column `made`, then the other's from there on.
 * @param columns of every row, in both
 */
function joinedRows(before: ImageBatch, now: ImageBatch, columns: number, made: number): ImageBatch {
  const volume = before.height * before.width * before.channels;
  const rows = before.count / columns;
  const count = rows * (columns + 1);
  const pixels = new Uint8Array(count * volume);
  const part = ({ pixels: from }: ImageBatch, row: number, first: number, end: number): Uint8Array =>
    from.subarray((row * columns + first) * volume, (row * columns + end) * volume);
  for (let row = 0; row < rows; row++) {
    const at = row * (columns + 1);
    pixels.set(part(before, row, 0, made + 1), at * volume);
    pixels.set(part(now, row, made, columns), (at + made + 1) * volume);
  }
  return { ...before, count, pixels };
}

/**
 * @param source the run that they come from; one without translators shows nothing
 * @param smaller asked at every moment: draw as those that learn do then
 */
export function besideTeacher(
  source: TaskTrainer,
  smaller: () => Draws,
): Pick<UpdatesPlan, 'grids' | 'grid'> {
  const { translators, grids = [] } = source;
  if (!translators || grids.length === 0) return { grid: () => Promise.resolve(null) };
  const { networks, made, moment } = translators;
  const [{ columns }] = grids;
  return {
    grids: grids.map((layout) => widened(layout, made)),
    grid: async () =>
      joinedRows(await moment(drawsOf(networks)), await moment(smaller()), columns.length, made),
  };
}
