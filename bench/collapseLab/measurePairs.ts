// Runs the pairs of the collapse lab over several seeds and writes what came of it where the cards read it. Loaded by
// measure.ts.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveNodeFiles } from '../../scripts/nodeFiles';
import { repositoryRoot } from '../../scripts/runTool';
import { labPairs } from '../../src/core/lab';
import {
  datasetsOf,
  onDataset,
  sideSettings,
  type LabFigures,
  type LabPair,
} from '../../src/core/lab/define';
import { labVerdict, labFigures } from '../../src/core/lab/verdict';
import {
  countOf,
  outcomeOf,
  readLabOutcomes,
  type LabRunOutcome,
  type PairOutcome,
} from '../../src/core/lab/outcomes';
import { configOf, openBenchEngine, trainPhases, type PhaseOutcome } from './trainSide';

const FILE = join(repositoryRoot, 'src', 'core', 'lab', 'outcomes.json');

export interface LabBenchOptions {
  /** Ids; all when empty. */
  readonly pairs: readonly string[];
  /** Only pairs that can be trained on it, and on it; each on its own when empty. */
  readonly dataset: string;
  readonly seeds: readonly number[];
  /** Whether the outcomes are written where the page reads them. */
  readonly write: boolean;
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(3));

function runOutcome(pair: LabPair, seed: number, { point, history, seconds }: PhaseOutcome): LabRunOutcome {
  const figures = point && labFigures(point, history);
  const kept: LabFigures | null = figures && {
    modes: figures.modes,
    wantedModes: figures.wantedModes,
    kl: rounded(figures.kl),
    good: rounded(figures.good),
    frechet: rounded(figures.frechet),
    variety: rounded(figures.variety),
    accuracy: rounded(figures.accuracy),
  };
  return { seed, verdict: labVerdict(pair, figures), figures: kept, seconds: Number(seconds.toFixed(1)) };
}

const inWords = ({ verdict, figures, seconds }: LabRunOutcome): string =>
  figures
    ? `${verdict} (${figures.modes}/${figures.wantedModes}, KL ${figures.kl ?? '-'}, good ${figures.good ?? '-'}, ` +
      `FD ${figures.frechet ?? '-'}, variety ${figures.variety ?? '-'}, acc. ${figures.accuracy ?? '-'}, ${seconds} s)`
    : `${verdict} (its numbers ended)`;

async function measurePair(pair: LabPair, seeds: readonly number[], engine: string): Promise<PairOutcome> {
  const [broken, mended, recovered]: [LabRunOutcome[], LabRunOutcome[], LabRunOutcome[]] = [[], [], []];
  for (const seed of seeds) {
    const brokenConfig = configOf(sideSettings(pair, 'broken', seed));
    const mendedConfig = configOf(sideSettings(pair, 'mended', seed));
    const [first, second] = await trainPhases([brokenConfig, mendedConfig], pair.keeps);
    const [alone] = await trainPhases([mendedConfig]);
    const outcomes = [first, alone, second].map((phase) => runOutcome(pair, seed, phase));
    [broken, mended, recovered].forEach((list, i) => list.push(outcomes[i]));
    console.log(`${pair.id} on ${pair.shared.dataset} #${seed}\n  ${outcomes.map(inWords).join('\n  ')}`);
  }
  console.log(
    `${pair.id}: ${pair.brokenWord} in ${countOf(broken, 'broken')} of ${seeds.length}, ` +
      `mended in ${countOf(mended, 'healthy')}, recovered in ${countOf(recovered, 'healthy')}`,
  );
  const measured = new Date().toISOString().slice(0, 10);
  return { pair: pair.id, dataset: String(pair.shared.dataset), measured, engine, broken, mended, recovered };
}

/** Keeps what the file says of other pairs that there are. */
async function merge(found: readonly PairOutcome[]): Promise<void> {
  const before = readLabOutcomes(JSON.parse(await readFile(FILE, 'utf8')));
  const merged = labPairs.flatMap((pair) =>
    datasetsOf(pair).flatMap((dataset) => {
      const wanted = onDataset(pair, dataset);
      return outcomeOf(wanted, found) ?? outcomeOf(wanted, before) ?? [];
    }),
  );
  await writeFile(FILE, `${JSON.stringify(merged, null, 2)}\n`);
}

export async function measurePairs({ pairs, dataset, seeds, write }: LabBenchOptions): Promise<void> {
  const unknown = pairs.filter((id) => !labPairs.some((pair) => pair.id === id));
  if (unknown.length > 0)
    throw new RangeError(
      `No pair ${unknown.join(', ')}; there are ${labPairs.map(({ id }) => id).join(', ')}.`,
    );
  if (dataset !== '') serveNodeFiles();
  const engine = await openBenchEngine();
  for (const pair of labPairs) {
    if (pairs.length > 0 && !pairs.includes(pair.id)) continue;
    if (dataset !== '' && !datasetsOf(pair).includes(dataset)) continue;
    const outcome = await measurePair(dataset === '' ? pair : onDataset(pair, dataset), seeds, engine);
    if (write) await merge([outcome]);
  }
}
