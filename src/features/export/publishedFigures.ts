// What was published of making translators smaller, to be held against: size and loss of the generator, by the task and by
// what was done. A CycleGAN of U-Nets (apple2orange) and neural style transfer; plain data.
export interface PublishedRow {
  readonly megabytes: number;
  readonly loss: number;
}

/** A published row, and the original that it was made from. */
export interface PublishedFigures {
  readonly row: PublishedRow;
  readonly original: PublishedRow;
}

/** How a network was made smaller, as far as figures of it were published. */
export type PublishedWay = 'original' | 'int8' | 'student' | 'quantize-aware';

type Rows = Readonly<Partial<Record<PublishedWay, PublishedRow>>> & { readonly original: PublishedRow };

const row = (megabytes: number, loss: number): PublishedRow => ({ megabytes, loss });

const BY_TASK: Readonly<Record<string, Rows>> = {
  'cycle-gan': {
    original: row(64, 3.572),
    int8: row(19, 4.754),
    student: row(45, 4.542),
    'quantize-aware': row(51, 6.52),
  },
  'style-student': { original: row(61, 6.668), int8: row(15, 12.1), student: row(25, 29) },
};

/** What was published of the task and the way; null where nothing was. */
export function publishedFigures(task: string, way: PublishedWay | null): PublishedFigures | null {
  const rows = Object.hasOwn(BY_TASK, task) ? BY_TASK[task] : undefined;
  const found = way && rows?.[way];
  return rows && found ? { row: found, original: rows.original } : null;
}
