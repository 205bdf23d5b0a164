// Training time until the samples are as good as what the reference network reaches in native PyTorch after 400, 1,000,
// 2,200 and 4,000 steps; the default settings of the page against it. One judge for both: bench/native/judge.py.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/runTool';
import { openOurRun } from '../peers/ours';
import { LAYOUTS, NATIVE_FOLDER, NativePeerError, PYTHON } from '../peers/pytorch';
import { fastest, median, summarize, type Timing } from '../statistics';
import { figure, times, type Table } from '../table';
import { defineSection, type SectionContext } from './define';

const THRESHOLDS = [400, 1000, 2200, 4000];
const SAMPLES = 5000;
const SEEDS = [1, 2, 3];
/** Steps after which samples are judged: close together early, where a few seconds decide. */
const STOPS = [...steps(100, 500, 50), ...steps(600, 1500, 100), ...steps(1750, 4000, 250)];
const NATIVE_STEPS = 4;
const REFERENCE_MS = 3 * 3600_000;
const JUDGE_MS = 600_000;

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => from + i * by);
}

interface CurvePoint {
  readonly step: number;
  readonly frechetDistance: number;
}

interface OurPoint extends CurvePoint {
  /** Training alone. */
  readonly seconds: number;
}

interface OurCurve {
  readonly seed: number;
  readonly engine: string;
  readonly points: readonly OurPoint[];
}

/** Runs a Python program of bench/native; what it prints. @throws NativePeerError with its last words */
function python(args: readonly string[], timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(PYTHON, [...args], { cwd: NATIVE_FOLDER, timeout: timeoutMs });
    let [output, complaints] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(output);
      else reject(new NativePeerError(`${args[0]} ended with ${status}. ${complaints.slice(-400)}`));
    });
  });
}

const isCurve = (
  value: unknown,
): value is { readonly curve: readonly CurvePoint[]; readonly command?: string } =>
  typeof value === 'object' && value !== null && 'curve' in value && Array.isArray(value.curve);

/** Distances of the native reference by step: recorded, or trained now. */
async function nativeCurve({ options, machine, say }: SectionContext, folder: string) {
  let text: string;
  if (options.freshReference) {
    say('training the native reference for 4,000 steps');
    const checkpoints = THRESHOLDS.join(',');
    const args = [
      'reference.py',
      '--steps',
      '4000',
      '--checkpoints',
      checkpoints,
      '--samples',
      String(SAMPLES),
    ];
    text = await python([...args, '--threads', String(machine.cores), '--out', folder], REFERENCE_MS);
  } else {
    text = await readFile(join(repositoryRoot, 'bench', 'native', 'referenceCurve.json'), 'utf8');
  }
  const read: unknown = JSON.parse(text);
  if (!isCurve(read)) throw new NativePeerError('The native reference gave no curve.');
  return read.curve;
}

const isVerdict = (value: unknown): value is { readonly scores: readonly CurvePoint[] } =>
  typeof value === 'object' && value !== null && 'scores' in value && Array.isArray(value.scores);

async function judge(path: string): Promise<number> {
  const said: unknown = JSON.parse(await python(['judge.py', path], JUDGE_MS));
  const distance = isVerdict(said) ? said.scores[0]?.frechetDistance : NaN;
  if (!Number.isFinite(distance)) throw new NativePeerError(`The judge said ${JSON.stringify(said)}.`);
  return distance;
}

/** Trains the default run, stopping for the judge, until the samples are better than `goal`. */
async function ourCurve(
  context: SectionContext,
  seed: number,
  goal: number,
  folder: string,
  between: () => Promise<void>,
): Promise<OurCurve> {
  const { lab, options, say } = context;
  const stops = options.quick ? [50, 100] : STOPS;
  const run = await openOurRun(lab, `dataset=mnist&seed=${seed}`, stops[0]);
  const points: OurPoint[] = [];
  for (const [i, stop] of stops.entries()) {
    if (i > 0) await run.trainTo(stop);
    const { seconds, history } = await run.record();
    const path = join(folder, `ours-${seed}-${stop}.idx3-ubyte.gz`);
    await writeFile(path, await run.samples(SAMPLES));
    const frechetDistance = await judge(path);
    points.push({ step: history.at(-1)?.step ?? stop, seconds, frechetDistance });
    say(
      `seed ${seed}, step ${stop}: ${seconds.toFixed(1)} s of training, distance ${frechetDistance.toFixed(1)}`,
    );
    await between();
    if (frechetDistance <= goal) break;
  }
  const { engine } = await run.record();
  await run.close();
  return { seed, engine: engine.description, points };
}

/** First point at which the samples are at least as good; no interpolation. */
export const firstPassing = <T extends CurvePoint>(points: readonly T[], distance: number): T | undefined =>
  points.find((point) => point.frechetDistance <= distance);

function tableOf(
  native: readonly CurvePoint[],
  msPerStep: Timing,
  ours: readonly OurCurve[],
  note: string,
): Table {
  return {
    title: 'Time to quality, MNIST: seconds of training until the Fréchet distance is passed',
    columns: ['reference step', 'distance', 'PyTorch, s', 'Ganvas, s', 'Ganvas, step', 'times as soon'],
    rows: native
      .filter(({ step }) => THRESHOLDS.includes(step))
      .map(({ step, frechetDistance }) => {
        const passed = ours.map(({ points }) => firstPassing(points, frechetDistance));
        const all = passed.every((point) => point !== undefined);
        const seconds = all ? median(passed.map((point) => point?.seconds ?? NaN)) : NaN;
        const nativeSeconds = (msPerStep.medianMs * step) / 1000;
        return [
          step.toLocaleString('en-US'),
          figure(frechetDistance),
          figure(nativeSeconds),
          all ? figure(seconds) : 'not passed',
          all ? figure(median(passed.map((point) => point?.step ?? NaN))) : '–',
          times(nativeSeconds / seconds),
        ];
      }),
    notes: [
      `Ganvas: the page's default settings on MNIST (${ours[0].engine}), median of ${ours.length} seed(s), judged at fixed steps without interpolation. Samples: ${SAMPLES.toLocaleString('en-US')}; features of a small classifier, the same for both.`,
      note,
    ],
  };
}

export const quality = defineSection({
  id: 'quality',
  title: 'Time to quality',
  async run(context) {
    const { lab, machine, options } = context;
    const folder = await mkdtemp(join(tmpdir(), 'ganvas-quality-'));
    const peer = lab.torch({ threads: machine.cores, instructions: 'native' });
    const rounds: number[][][] = LAYOUTS.map(() => []);
    const nativeRound = async () => {
      for (const [i, layout] of LAYOUTS.entries()) {
        rounds[i].push((await peer.ask('steps', { model: 'reference', layout, count: NATIVE_STEPS })).ms);
      }
    };
    try {
      const native = await nativeCurve(context, folder);
      const goal = Math.min(
        ...native.filter((p) => THRESHOLDS.includes(p.step)).map((p) => p.frechetDistance),
      );
      await nativeRound(); // warms up
      for (const layout of rounds) layout.length = 0;
      const ours: OurCurve[] = [];
      for (const seed of options.quick ? SEEDS.slice(0, 1) : SEEDS) {
        ours.push(await ourCurve(context, seed, goal, folder, nativeRound));
      }
      const layouts = LAYOUTS.map((layout, i) => summarize(layout, rounds[i]));
      const best = fastest(layouts);
      const note = `PyTorch: the reference network, ${figure(best.medianMs)} ms per step on ${machine.cores} threads (${best.name}), measured between the stops of Ganvas, times the steps; its distances are ${options.freshReference ? 'of a run trained now' : 'of the recorded run (bench/native/referenceCurve.json; --fresh-reference trains it anew)'}.`;
      return { tables: [tableOf(native, best, ours, note)], data: { native, layouts, ours } };
    } finally {
      lab.endTorch();
      await rm(folder, { recursive: true, force: true });
    }
  },
});
