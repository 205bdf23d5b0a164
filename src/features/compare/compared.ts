// The runs of a comparison, each with the colour and the dashes of its lines. Pure.
import type { RunRecord } from '../../protocol';
import type { RunHue } from '../../ui/charts/define';

/** How the lines of a run look, by its place among those compared. */
const LOOKS: readonly { readonly hue: RunHue; readonly dash: readonly number[] }[] = [
  { hue: 'run-1', dash: [] },
  { hue: 'run-2', dash: [8, 4] },
  { hue: 'run-3', dash: [2, 3] },
  { hue: 'run-4', dash: [10, 3, 2, 3] },
  { hue: 'run-5', dash: [14, 4] },
  { hue: 'run-6', dash: [5, 2, 2, 2, 2, 2] },
];

export interface ComparedRun {
  readonly record: RunRecord;
  /** Its name, told apart from others of the same name. */
  readonly name: string;
  readonly hue: RunHue;
  readonly dash: readonly number[];
}

/** Runs of one name get their seeds behind it, and their ids where seeds are equal, too. */
export function comparedRuns(records: readonly RunRecord[]): readonly ComparedRun[] {
  const seeded = ({ name, config }: RunRecord): string => `${name} (${config.seed})`;
  const isOnly = (of: (record: RunRecord) => string, one: RunRecord): boolean =>
    records.filter((record) => of(record) === of(one)).length === 1;
  return records.slice(0, LOOKS.length).map((record, i) => ({
    record,
    name: isOnly(({ name }) => name, record)
      ? record.name
      : isOnly(seeded, record)
        ? seeded(record)
        : `${record.name} (${record.id.slice(0, 6)})`,
    ...LOOKS[i],
  }));
}
