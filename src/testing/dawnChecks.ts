// What dawn.test.ts asks of WebGPU under Node, in a process of its own: kernels against stock operations on the plain CPU, and
// recorded training steps against plain ones and against the CPU backend. Prints one line of JSON; judges nothing.
import { backend, setBackend } from '@tensorflow/tfjs-core';
import { webgpuBackend } from '../engine/backends/webgpu';
import type { GanvasGpuBackend } from '../engine/gpu';
import { inHalves } from '../engine/halfProducts';
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
/** Of each way in which tiles are loaded: along the depth and across it, in several phases. */
const HALVED_CASES: readonly KernelCaseName[] = [
  'convolution: small tiles',
  'upsampled convolution: odd',
  'transposed convolution: kernel 3, stride 2',
];

interface HalvesChoice {
  readonly note: string;
  readonly halves: boolean;
}

export interface DawnChecks {
  readonly adapter: string;
  /** What the kernels use of the device. */
  readonly notes: readonly string[];
  readonly selfTest: string | null;
  /** By case: the largest errors of the gradients and of the output; null for what is no number. */
  readonly kernels: Readonly<Record<string, readonly (number | null)[]>>;
  /** As `kernels`, where the output is of products of 16-bit floats. */
  readonly halved: DawnChecks['kernels'];
  /** What is said where 16-bit floats are faster, slower, and wrong; and whether they are in use then. */
  readonly choices: Readonly<Record<'faster' | 'slower' | 'wrong', HalvesChoice>>;
  /** How many times as fast a small product is, which is software here and means nothing. */
  readonly gain: number;
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

/** Errors of kernels of inference on products of 16-bit floats: of the gradients, which stay f32, and of the output. */
async function halved(ours: GanvasGpuBackend): Promise<DawnChecks['halved']> {
  ours.takeKernels({ ...ours.kernels, halves: true });
  const errors: Record<string, readonly number[]> = {};
  for (const name of HALVED_CASES) {
    const { shapes, compute } = kernelCases[name];
    errors[name] = await kernelErrors({ shapes, compute: (inputs) => inHalves(() => compute(inputs)) });
  }
  return errors;
}

/** What is chosen where 16-bit floats are so many times as fast; `lies` where the device multiplies wrongly. */
async function choice(ours: GanvasGpuBackend, gain: number, lies: boolean): Promise<HalvesChoice> {
  await setBackend('webgpu');
  ours.takeKernels(PLAIN_KERNELS);
  const { device } = ours;
  const make = device.createShaderModule.bind(device);
  if (lies)
    device.createShaderModule = ({ code, ...rest }) =>
      make({ ...rest, code: code.replace(/(enable f16;.*fma\(a0, )b0/s, '$1(b0 + 1f)') });
  const { chooseKernels } = await import('../engine/gpu');
  const offered = { ...PLAIN_KERNELS, halves: true };
  const [note] = await chooseKernels(ours, offered, () => Promise.resolve(gain));
  if (lies) device.createShaderModule = make;
  return { note, halves: ours.kernels.halves };
}

async function training(ours: GanvasGpuBackend): Promise<DawnChecks['training']> {
  const take = async (): Promise<{ numbers: number[]; replays: number }> => {
    const trainer = new Trainer(tinyParts());
    const taken = await trainTiny(trainer, STEPS);
    trainer.dispose();
    return taken;
  };
  await setBackend('webgpu');
  const recorded = await take();
  registerRecorder('webgpu', null);
  ours.takeKernels(PLAIN_KERNELS);
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
  const { GanvasGpuBackend, halvesGain } = await import('../engine/gpu');
  const ours: unknown = backend();
  if (!(ours instanceof GanvasGpuBackend)) throw new TypeError('This backend is not ours.');
  const checks: DawnChecks = {
    adapter: running.description,
    notes: running.notes ?? [],
    selfTest: tested,
    kernels,
    halved: await halved(ours),
    training: await training(ours),
    choices: {
      wrong: await choice(ours, 1.5, true),
      slower: await choice(ours, 0.9, false),
      faster: await choice(ours, 1.5, false),
    },
    gain: await halvesGain(ours, 64),
    problems,
  };
  running.close();
  closeDawn();
  console.log(JSON.stringify(checks));
}
