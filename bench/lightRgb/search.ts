// Trains candidates round by round and says which are worth their work. Loaded by measure.ts.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setBackend, tensor } from '@tensorflow/tfjs-core';
import { repositoryRoot } from '../../scripts/runTool';
import { networkTotals } from '../../src/core/network';
import { readRunConfig } from '../../src/core/runConfig';
import { datasets } from '../../src/datasets';
import { arrayDataset } from '../../src/datasets/arrayDataset';
import type { LoadedDataset } from '../../src/datasets/define';
import { toSignedUnit } from '../../src/datasets/sampling';
import { registerRecorder } from '../../src/engine/recording';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { pngGrid } from '../../src/exporters/pngGrid';
import { losses } from '../../src/losses';
import { processorMs } from '../../src/testing/processorTime';
import { loadTestModule } from '../../src/testing/simdModule';
import { toImageBatch } from '../../src/training/imageBatch';
import { measuredLatents } from '../../src/training/streams';
import type { TrainerState } from '../../src/training/taskTrainer';
import { Trainer } from '../../src/training/trainer';
import { byId, everyModel } from '../../src/worker/catalogue';
import { figure, renderTable } from '../table';
import { CANDIDATES, type Candidate } from './candidates';
import { AT_ONCE, EncoderJudge } from './encoderJudge';

export interface LightRgbSearch {
  readonly side: number;
  /** RGB of the pictures that are learned from, and of those kept apart. */
  readonly train: Uint8Array;
  readonly apart: Uint8Array;
  /** Which candidates; all when empty. */
  readonly names: readonly string[];
  readonly seeds: readonly number[];
  /** Processor seconds of each round. */
  readonly seconds: readonly number[];
  /** How many candidates go on after each round but the last. */
  readonly keep: readonly number[];
  /** Folder for samples; empty for none. */
  readonly out: string;
}

/** Samples that are looked at. */
const SHOWN = 36;

/** A candidate with one seed. */
interface Run {
  readonly candidate: Candidate;
  readonly seed: number;
  step: number;
  milliseconds: number;
  /** What it goes on from; null before the first round. */
  state: TrainerState | null;
  /** After each round. */
  readonly distances: number[];
}

interface Bench {
  readonly dataset: LoadedDataset;
  readonly judge: EncoderJudge;
  /** Samples that are judged: as many as pictures are kept apart. */
  readonly judged: number;
  readonly out: string;
}

function open({ candidate: { model, settings }, seed }: Run, dataset: LoadedDataset): Trainer {
  const vocabulary = { datasets, losses, models: [...everyModel, model] };
  const config = readRunConfig({ dataset: 'image-folder', model: model.id, ...settings, seed }, vocabulary);
  return new Trainer({ config, dataset, model, loss: byId(losses, config.loss) });
}

/** @returns whether its numbers are still finite */
function train(run: Run, trainer: Trainer, seconds: number): boolean {
  const until = run.milliseconds + 1000 * seconds;
  while (run.milliseconds < until) {
    const began = processorMs();
    const report = trainer.step(++run.step);
    const values = report.dataSync();
    report.dispose();
    run.milliseconds += processorMs() - began;
    if (!values.every(Number.isFinite)) return false;
  }
  return true;
}

async function distanceOf(trainer: Trainer, { judge, judged }: Bench): Promise<number> {
  const parts: number[] = [];
  for (let start = 0; start < judged; start += AT_ONCE) {
    const count = Math.min(AT_ONCE, judged - start);
    const images = trainer.generate(measuredLatents(trainer.config.seed, start, count, trainer.latentSize));
    for (const value of await judge.features(images)) parts.push(value);
    images.dispose();
  }
  return judge.distance(Float32Array.from(parts));
}

async function keepSamples({ candidate, seed }: Run, trainer: Trainer, round: number, out: string) {
  const images = trainer.generate(measuredLatents(seed, 0, SHOWN, trainer.latentSize));
  const batch = await toImageBatch(images);
  images.dispose();
  const name = `${candidate.name.replaceAll(/[^a-z0-9.]+/gi, '-')}-${seed}-round${round + 1}`;
  const whole = (async function* () {
    yield batch;
  })();
  const { bytes } = await pngGrid.write({ images: whole, total: SHOWN, name, progress: () => undefined });
  await writeFile(join(out, `${name}.png`), bytes);
}

async function takeRound(run: Run, round: number, seconds: number, bench: Bench): Promise<void> {
  const trainer = open(run, bench.dataset);
  try {
    if (run.state) trainer.restore(run.state);
    const finite = train(run, trainer, seconds);
    run.distances.push(finite ? await distanceOf(trainer, bench) : Infinity);
    run.state = await trainer.read();
    if (finite && bench.out !== '') await keepSamples(run, trainer, round, bench.out);
  } finally {
    trainer.dispose();
  }
  const each = (run.milliseconds / run.step).toFixed(0);
  console.error(
    `${run.candidate.name} #${run.seed}: ${run.step} steps of ${each} ms, distance ${figure(run.distances.at(-1))}`,
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A candidate over its seeds. */
interface Found {
  readonly candidate: Candidate;
  readonly runs: readonly Run[];
  readonly parameters: number;
  /** Multiply-adds of a picture, in millions. */
  readonly millions: number;
}

const rounds = ({ runs }: Found): number => runs[0].distances.length;
/** After the candidate's last round; the geometric mean, since distances fall by factors. */
const lastDistance = ({ runs }: Found): number =>
  Math.exp(meanOf(runs.map(({ distances }) => Math.log(distances[distances.length - 1]))));

/** No other of the last round is as near, as small and as cheap, and better in one of these. */
const isBest = (one: Found, others: readonly Found[]): boolean =>
  !others.some((other) => {
    const worse = [
      lastDistance(one) - lastDistance(other),
      one.parameters - other.parameters,
      one.millions - other.millions,
    ];
    return other !== one && worse.every((by) => by >= 0) && worse.some((by) => by > 0);
  });

function tableOf(all: readonly Found[], last: readonly Found[], { seconds }: LightRgbSearch, floor: number) {
  const totals = seconds.map((_, i) => seconds.slice(0, i + 1).reduce((sum, value) => sum + value, 0));
  return renderTable({
    title: 'Candidates',
    columns: [
      ...['candidate', 'parameters', 'million multiply-adds', 'ms a step'],
      ...totals.map((total) => `${total} s`),
      'best',
    ],
    rows: all.map((found) => [
      found.candidate.name,
      String(found.parameters),
      figure(found.millions),
      figure(meanOf(found.runs.map(({ milliseconds, step }) => milliseconds / step))),
      ...totals.map((_, round) => found.runs.map(({ distances }) => figure(distances[round])).join(' / ')),
      last.includes(found) && isBest(found, last) ? 'yes' : '',
    ]),
    notes: [
      `Fréchet distance by seed after so many seconds of one thread; pictures kept apart are at ${figure(floor)}.`,
      'Parameters and multiply-adds of the generator; best: none of the last round is nearer, smaller and cheaper at once.',
    ],
  });
}

/** @throws RangeError for a name that no candidate has */
function chosen(names: readonly string[]): readonly Candidate[] {
  const unknown = names.filter((name) => !CANDIDATES.some((one) => one.name === name));
  if (unknown.length > 0)
    throw new RangeError(
      `No candidate ${unknown.join(', ')}; there are ${CANDIDATES.map(({ name }) => name).join(', ')}.`,
    );
  return names.length === 0 ? CANDIDATES : CANDIDATES.filter(({ name }) => names.includes(name));
}

async function judgedPixels(judge: EncoderJudge, pixels: Uint8Array, side: number): Promise<Float32Array> {
  const volume = side * side * 3;
  const parts: Float32Array[] = [];
  for (let start = 0; start < pixels.length; start += AT_ONCE * volume) {
    const values = toSignedUnit(pixels.subarray(start, start + AT_ONCE * volume));
    const images = tensor(values, [values.length / volume, side, side, 3]);
    parts.push(await judge.features(images));
    images.dispose();
  }
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

export async function searchLightRgb(asked: LightRgbSearch): Promise<void> {
  const { side, seeds, seconds, keep, out } = asked;
  const candidates = chosen(asked.names);
  if (out !== '') await mkdir(out, { recursive: true });
  registerSimdBackend(await loadTestModule({ threads: 1 }));
  await setBackend(SIMD_BACKEND);
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const shape = [side, side, 3] as const;
  const judge = await EncoderJudge.open(side, async (name) =>
    Uint8Array.from(await readFile(join(repositoryRoot, 'public', 'models', name))),
  );
  judge.compareWith(await judgedPixels(judge, asked.train, side));
  const apart = await judgedPixels(judge, asked.apart, side);
  const bench: Bench = {
    dataset: arrayDataset({ shape, pixels: asked.train, labels: null, classNames: null }),
    ...{ judge, out, judged: asked.apart.length / (side * side * 3) },
  };
  const all: readonly Found[] = candidates.map((candidate) => {
    const { model } = candidate;
    const params = Object.fromEntries(model.params.map(({ id, default: value }) => [id, value]));
    const { trainable, nonTrainable, multiplyAdds } = networkTotals(model.buildGenerator(shape, params));
    const fresh = { step: 0, milliseconds: 0, state: null };
    return {
      ...{ candidate, parameters: trainable + nonTrainable, millions: multiplyAdds / 1e6 },
      runs: seeds.map((seed) => ({ candidate, seed, ...fresh, distances: [] })),
    };
  });
  let going = all;
  for (const [round, budget] of seconds.entries()) {
    // Seed by seed: what slows the machine for a while slows all candidates.
    for (const i of seeds.keys())
      for (const { runs } of going) await takeRound(runs[i], round, budget, bench);
    if (round === seconds.length - 1) break;
    const best = [...going].sort((a, b) => lastDistance(a) - lastDistance(b));
    const out = best.slice(keep[round]);
    for (const { runs } of out) for (const run of runs) run.state = null;
    going = best.slice(0, keep[round]);
    console.error(`On go ${going.map(({ candidate }) => candidate.name).join(', ')}.`);
  }
  const order = [...all].sort((a, b) => rounds(b) - rounds(a) || lastDistance(a) - lastDistance(b));
  console.log(tableOf(order, going, asked, judge.distance(apart)));
}
