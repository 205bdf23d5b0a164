// Records the kernel calls of one training step on the CPU engine and replays them: fresh inputs and numbers are written,
// then every kernel runs again on the same addresses. Nothing of tfjs runs in a replay but one tensor for the result.
import { engine, type Tensor } from '@tensorflow/tfjs-core';
import { mix32 } from '../../core/random';
import {
  listen,
  numberNow,
  type RecordedStep,
  type StepListener,
  type StepNumber,
  type StepRecorder,
} from '../recording';
import { StatePlaces } from '../statePlaces';
import type { SimdBackend } from './backend';
import type { HeapClaim } from './heapClaim';
import type { KernelLog } from './kernelLog';
import type { SimdModule } from './module';

/** Numbers of a recording, compared without regard to where its blocks lie. */
class Fingerprint {
  readonly #numbers: number[] = [];

  note(value: number): void {
    this.#numbers.push(value);
  }

  /** Hash of the numbers; those that are addresses count as block and offset, since addresses differ. */
  over({ blocks }: HeapClaim): number {
    const order = new Map([...blocks.keys()].map((pointer, i) => [pointer, i]));
    const starts = Float64Array.from(blocks.keys()).sort();
    let hash = 0;
    const mix = (word: number): void => {
      hash = mix32((hash ^ mix32(word)) + 1);
    };
    for (const value of this.#numbers) {
      const start = starts[lastNotAbove(starts, value)];
      if (start !== undefined && value < start + (blocks.get(start) ?? 0)) {
        mix(order.get(start) ?? 0);
        mix(value - start);
      } else {
        REAL[0] = value;
        mix(WORDS[0]);
        mix(WORDS[1]);
      }
    }
    return hash;
  }
}

const REAL = new Float64Array(1);
const WORDS = new Int32Array(REAL.buffer);

/** Index of the last element of an ascending list that is not above `value`; -1 when all are. */
function lastNotAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Writes down a step as it runs. */
class Recording implements KernelLog, StepListener {
  /** What a replay does, in the order in which the step did it. */
  readonly commands: (() => void)[] = [];
  readonly claim: HeapClaim;
  isReplayable = true;
  readonly #seen = new Fingerprint();
  /** Tables written since the last kernel call: address and bytes. */
  readonly #tables = new Map<number, number>();
  readonly #module: SimdModule;

  constructor(private readonly backend: SimdBackend) {
    this.#module = backend.module;
    this.claim = this.#module.heap.openClaim();
  }

  ran(kernel: string, args: readonly StepNumber[]): void {
    for (const [pointer, bytes] of this.#tables) this.#rewrite(pointer, bytes);
    this.#tables.clear();
    for (const character of kernel) this.#seen.note(character.charCodeAt(0));
    for (const arg of args) if (typeof arg === 'number') this.#seen.note(arg);
    const module = this.#module;
    if (args.every((arg) => typeof arg === 'number'))
      this.commands.push(() => void module.run(kernel, ...args));
    else this.commands.push(() => void module.run(kernel, ...args.map(numberNow)));
  }

  table(pointer: number, bytes: number): void {
    this.#tables.set(pointer, Math.max(bytes, this.#tables.get(pointer) ?? 0));
  }

  uploaded(pointer: number, bytes: number): void {
    this.#rewrite(pointer, bytes);
  }

  touched(): void {
    this.isReplayable = false;
  }

  effect(repeat: () => void): void {
    this.commands.push(repeat);
  }

  input(shape: readonly number[], read: () => Float32Array): Tensor {
    const info = this.backend.makeOutput(shape, 'float32');
    const pointer = this.backend.pointer(info);
    const { heap } = this.#module;
    const refill = (): void => {
      const values = read();
      heap.f32(pointer, values.length).set(values);
    };
    refill();
    this.commands.push(refill);
    return engine().makeTensorFromTensorInfo(info);
  }

  /** Equal for recordings that did the same, wherever their blocks lie. */
  fingerprint(): string {
    return `${this.commands.length}:${this.#seen.over(this.claim)}`;
  }

  /** Keeps what stands there now, for a replay to write again. */
  #rewrite(pointer: number, bytes: number): void {
    const { heap } = this.#module;
    const words = Math.ceil(bytes / 4);
    const values = heap.i32(pointer, words).slice();
    for (const word of values) this.#seen.note(word);
    this.commands.push(() => heap.i32(pointer, words).set(values));
  }
}

class SimdRecordedStep implements RecordedStep {
  readonly fingerprint: string;
  readonly #scratch: number;

  constructor(
    private readonly backend: SimdBackend,
    private readonly recording: Recording,
    private readonly places: StatePlaces,
    private readonly result: { readonly pointer: number; readonly shape: readonly number[] },
  ) {
    this.fingerprint = recording.fingerprint();
    this.#scratch = backend.module.scratchPointer;
  }

  isCurrent(): boolean {
    return this.#scratch === this.backend.module.scratchPointer && this.places.unchanged();
  }

  replay(): Tensor {
    for (const command of this.recording.commands) command();
    return copyOf(this.backend, this.result);
  }

  dispose(): void {
    this.backend.module.heap.giveBack(this.recording.claim);
  }
}

/** A new tensor with the floats at an address. */
function copyOf(
  backend: SimdBackend,
  { pointer, shape }: { readonly pointer: number; readonly shape: readonly number[] },
): Tensor {
  const info = backend.makeOutput(shape, 'float32');
  const count = shape.reduce((product, side) => product * side, 1);
  const { heap } = backend.module;
  heap.f32(backend.pointer(info), count).set(heap.f32(pointer, count));
  return engine().makeTensorFromTensorInfo(info);
}

/** Records steps that run on this backend. */
export class SimdStepRecorder implements StepRecorder {
  constructor(private readonly backend: SimdBackend) {}

  record(step: () => Tensor, state: readonly Tensor[]): { result: Tensor; recorded: RecordedStep | null } {
    const { backend } = this;
    const { module } = backend;
    const places = new StatePlaces(state, (tensor) => backend.pointer(tensor));
    const recording = new Recording(backend);
    module.log = recording;
    let own: Tensor;
    try {
      own = listen(recording, step);
    } catch (error) {
      module.heap.closeClaim();
      module.heap.giveBack(recording.claim);
      throw error;
    } finally {
      module.log = null;
    }
    module.heap.closeClaim();
    // The step's own result lies where replays write; the caller gets a copy.
    const place = { pointer: backend.pointer(own), shape: own.shape };
    const result = copyOf(backend, place);
    own.dispose();
    const recorded = new SimdRecordedStep(backend, recording, places, place);
    if (!recording.isReplayable || recording.claim.releasedOlder || !recorded.isCurrent()) {
      recorded.dispose();
      return { result, recorded: null };
    }
    return { result, recorded };
  }
}
