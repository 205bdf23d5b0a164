// Whether a zip is a saved run of this page and no model, or holds several of them: the results of a sweep, for example.
import { readZip } from '../archives/zipBytes';
import { plannedRuns, type SweepPlan } from '../core/sweep';
import { isRecord, readSweepPlan } from '../core/sweepPlan';
import type { GivenFile } from './define';

/** @throws what reading a damaged zip throws */
export const isRunZip = ({ bytes }: GivenFile): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  readZip(bytes).some(({ name }) => /^([^/]+\/)?run\.json$/.test(name));

/** Of a zip that holds run files, each in a folder of its own: their names and bytes. None of any other zip. */
export const runZipsIn = ({ bytes }: GivenFile) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? readZip(bytes).filter(({ name }) => /^([^/]+\/){1,2}run\.zip$/.test(name))
    : [];

const MOST_DESCRIPTION_BYTES = 2 ** 20;
const MOST_NAME = 100;

/** Which of a sweep's runs lies here: the number of its folder. */
export const numberOfRun = (name: string): number => Number(/(\d+)\/run\.zip$/.exec(name)?.[1] ?? NaN);

/** What gather.py says of the sweep whose results these are; null of any other zip, and where the page has no form for it. */
export function sweepIn({ bytes }: GivenFile): { readonly name: string; readonly plan: SweepPlan } | null {
  const entry = readZip(bytes).find(({ name }) => /^([^/]+\/)?sweep\.json$/.test(name));
  if (!entry || entry.sizeBytes > MOST_DESCRIPTION_BYTES) return null;
  let found: unknown;
  try {
    found = JSON.parse(new TextDecoder().decode(entry.read()));
  } catch (error) {
    if (error instanceof SyntaxError) return null; // the runs are there all the same
    throw error;
  }
  if (!isRecord(found) || !Array.isArray(found.runs)) return null;
  const plan = readSweepPlan(found.plan);
  if (!plan || plannedRuns(plan).length !== found.runs.length) return null;
  return { name: typeof found.name === 'string' ? found.name.slice(0, MOST_NAME) : '', plan };
}
