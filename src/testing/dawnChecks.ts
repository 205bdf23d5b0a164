// What dawn.test.ts asks of WebGPU under Node, in a process of its own: kernels against stock operations on the plain CPU, and
// recorded training steps against plain ones and against the CPU backend. Prints one line of JSON; judges nothing.
import { backend, setBackend } from '@tensorflow/tfjs-core';
import { webgpuBackend } from '../engine/backends/webgpu';
import { PLAIN_KERNELS } from '../engine/gpu/variant';
import { registerRecorder } from '../engine/recording';
import { selfTest } from '../engine/selfTest';
import { Trainer } from '../training/trainer';
import { openDawn } from './dawn';
import { kernelCases, kernelErrors, type KernelCaseName } from './gpuKernelCases';
import { trainTiny } from './replayStories';
import { tinyParts } from './tinyRun';

/** One of each kind: lavapipe takes seconds to translate a program. */
const CASES: readonly KernelCaseName[] = [
  'convolution: stride 2, odd sides',
  'convolution: small tiles',
  'upsampled convolution: odd',
  'transposed convolution: kernel 3, stride 2',
  'dense: in tiles',
  'batch norm with dropout: odd',
  'instance norm: odd',
  'dropout: tanh',
];
const STEPS = 5;

export interface DawnChecks {
  readonly adapter: string;
  /** What the kernels use of the device. */
  readonly notes: readonly string[];
  readonly selfTest: string | null;
  /** By case: the largest errors of the gradients and of the output; null for what is no number. */
  readonly kernels: Readonly<Record<string, readonly (number | null)[]>>;
  readonly training: {
    readonly replays: number;
    /** Whether recorded steps on the kernels that were taken are unrecorded ones on the plain kernels. */
    readonly sameBits: boolean;
    /** Largest difference of losses and weights from those of the plain CPU backend. */
    readonly apart: number | null;
  };
  /** What the device complained of. */
  readonly problems: readonly string[];
}

async function training(): Promise<DawnChecks['training']> {
  const take = async (): Promise<{ numbers: number[]; replays: number }> => {
    const trainer = new Trainer(tinyParts());
    const taken = await trainTiny(trainer, STEPS);
    trainer.dispose();
    return taken;
  };
  await setBackend('webgpu');
  const recorded = await take();
  registerRecorder('webgpu', null);
  const { GanvasGpuBackend } = await import('../engine/gpu');
  const ours: unknown = backend();
  if (ours instanceof GanvasGpuBackend) ours.takeKernels(PLAIN_KERNELS);
  const plain = await take();
  await setBackend('cpu');
  const reference = await take();
  return {
    replays: recorded.replays,
    sameBits:
      recorded.numbers.length === plain.numbers.length &&
      recorded.numbers.every((value, i) => value === plain.numbers[i]),
    apart: reference.numbers.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - recorded.numbers[i])),
      0,
    ),
  };
}

/** Runs everything and prints what came out. */
export async function checkDawn(): Promise<void> {
  const closeDawn = await openDawn({ software: true });
  const problems: string[] = [];
  const running = await webgpuBackend.open({
    threads: 1,
    insist: true,
    onLost: (reason) => problems.push(reason),
  });
  const tested = await selfTest();
  const kernels: Record<string, readonly number[]> = {};
  for (const name of CASES) kernels[name] = await kernelErrors(kernelCases[name]);
  const checks: DawnChecks = {
    adapter: running.description,
    notes: running.notes ?? [],
    selfTest: tested,
    kernels,
    training: await training(),
    problems,
  };
  running.close();
  closeDawn();
  console.log(JSON.stringify(checks));
}
