// Makes smaller runs of a tiny one, as the worker does, without a worker: for the tests of the tasks that make them.
import { decodeSnapshot, encodeSnapshot } from '../checkpoints/format';
import type { CompressionRecord } from '../core/compressionRecord';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import type { MakeRequest } from '../protocol';
import { tasks } from '../tasks';
import { isRunMaker, type MakerResult, type RunMaker } from '../tasks/define';
import type { TrainerState } from '../training/taskTrainer';
import type { TrainedGenerator } from '../training/generatorGraph';
import { Trainer, type TrainerParts } from '../training/trainer';
import { catalogue } from '../worker/catalogue';
import { tinyParts } from './tinyRun';

export const pruning = (target: 'weights' | 'channels', share: number, steps: number): MakeRequest => ({
  task: 'prune',
  params: { target, share, steps },
});

export const forIntegers = (weightBits: '8' | '4', steps: number): MakeRequest => ({
  task: 'quantize-aware',
  params: { weightBits, steps },
});

/** What the run is that is started from, where it is not the tiny one. */
interface MakingParts {
  readonly step?: number;
  readonly parts?: TrainerParts;
}

/** Step of the run that everything here starts from. */
export const SOURCE_STEP = 2;

function configFor(trainer: Trainer, choice: MakeRequest): RunConfig {
  const chosen = Object.entries(choice.params).map(([name, value]) => [`task.${name}`, value] as const);
  const { task, taskParams } = readRunConfig({ task: choice.task, ...Object.fromEntries(chosen) }, catalogue);
  return { ...trainer.config, task, taskParams };
}

/** A maker that starts from `trainer`; the caller disposes both. */
export async function makerOf(
  trainer: Trainer,
  choice: MakeRequest,
  compression?: CompressionRecord,
  { step = SOURCE_STEP, parts = tinyParts() }: MakingParts = {},
): Promise<RunMaker> {
  const task = tasks.find(({ id }) => id === choice.task);
  const source = { trainer, step };
  const config = configFor(trainer, choice);
  const maker = await task?.build({ ...parts, config, compression, source });
  if (maker && isRunMaker(maker)) return maker;
  throw new TypeError(`${choice.task} makes no run`);
}

/** Takes steps `from` to `to`; @returns what was reported of each */
export async function takeMakerSteps(maker: RunMaker, from: number, to: number): Promise<number[]> {
  const reported: number[] = [];
  for (let step = from; step <= to; step++) {
    const report = maker.step(step);
    reported.push((await report.data())[0]);
    report.dispose();
    await maker.afterStep?.(step);
  }
  return reported;
}

/** What came of a run with one generator, which draws from noise. */
export interface MadeGan extends Pick<MakerResult, 'kept' | 'step'> {
  readonly trainer: Trainer;
  readonly before: TrainedGenerator;
  readonly after: TrainedGenerator;
}

/** @throws TypeError for a run of another kind */
export async function ganMadeBy(maker: RunMaker): Promise<MadeGan> {
  const { trainer, kept, step, before, after } = await maker.result();
  if (!(trainer instanceof Trainer)) throw new TypeError(`${trainer.config.task} draws from no noise`);
  return { trainer, kept, step, before: before[0], after: after[0] };
}

/** What the maker makes in all its steps. The caller disposes the maker, and the run with it. */
export async function makeAll(
  trainer: Trainer,
  choice: MakeRequest,
  compression?: CompressionRecord,
  more: MakingParts = {},
): Promise<{ readonly maker: RunMaker; readonly made: MadeGan; readonly losses: readonly number[] }> {
  const maker = await makerOf(trainer, choice, compression, more);
  const losses = await takeMakerSteps(maker, 1, maker.steps);
  return { maker, made: await ganMadeBy(maker), losses };
}

/** The state as it comes out of a run file again. */
export function savedState({ updates, tensors, numbers }: TrainerState): TrainerState {
  const plain = readRunConfig({}, catalogue);
  const identity = { id: 'run-a', name: 'A', parent: null, createdAt: 1, savedAt: 1, step: 1, seconds: 1 };
  const series = { history: [], timeline: [], measures: [] };
  const read = decodeSnapshot(
    encodeSnapshot({ ...identity, ...series, config: plain, updates, tensors, numbers }),
    catalogue,
  );
  return { updates: read.updates, tensors: read.tensors, numbers: read.numbers ?? {} };
}
