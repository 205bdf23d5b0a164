// Records the kernel calls of one training step on the CPU engine and replays them: fresh inputs and numbers are written,
// then every kernel runs again on the same addresses. Nothing of tfjs runs in a replay but one tensor for the result.
import { engine, type Tensor } from '@tensorflow/tfjs-core';
import {
  listen,
  numberNow,
  type RecordedStep,
  type StepListener,
  type StepNumber,
  type StepRecorder,
} from '../recording';
import { StatePlaces } from '../statePlaces';
import type { StepTrace } from '../stepTrace';
import type { SimdBackend } from './backend';
import type { HeapClaim } from './heapClaim';
import type { KernelLog } from './kernelLog';
import type { SimdModule } from './module';

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
  /** Names of the kernels, and all numbers that the commands were given. */
  #names = '';
  readonly #seen: number[] = [];
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
    this.#names += `${kernel} `;
    for (const arg of args) if (typeof arg === 'number') this.#seen.push(arg);
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

  input(shape: readonly number[], fill: (values: Float32Array) => void): Tensor {
    const info = this.backend.makeOutput(shape, 'float32');
    const pointer = this.backend.pointer(info);
    const { heap } = this.#module;
    const count = shape.reduce((product, side) => product * side, 1);
    const refill = (): void => fill(heap.f32(pointer, count));
    refill();
    this.commands.push(refill);
    return engine().makeTensorFromTensorInfo(info);
  }

  trace(): StepTrace {
    const { blocks } = this.claim;
    const order = new Map([...blocks.keys()].map((pointer, i) => [pointer, i]));
    const starts = Float64Array.from(blocks.keys()).sort();
    const placeOf = (value: number): number => {
      const start = starts[lastNotAbove(starts, value)];
      if (start === undefined || value >= start + (blocks.get(start) ?? 0)) return -1;
      return (order.get(start) ?? 0) * 2 ** 32 + (value - start);
    };
    return {
      text: `${this.commands.length} ${this.#names}`,
      values: this.#seen,
      places: Float64Array.from(this.#seen, placeOf),
    };
  }

  /** Keeps what stands there now, for a replay to write again. */
  #rewrite(pointer: number, bytes: number): void {
    const { heap } = this.#module;
    const words = Math.ceil(bytes / 4);
    const values = heap.i32(pointer, words).slice();
    for (const word of values) this.#seen.push(word);
    this.commands.push(() => heap.i32(pointer, words).set(values));
  }
}

class SimdRecordedStep implements RecordedStep {
  readonly trace: StepTrace;
  readonly #scratch: number;

  constructor(
    private readonly backend: SimdBackend,
    private readonly recording: Recording,
    private readonly places: StatePlaces,
    private readonly result: { readonly pointer: number; readonly shape: readonly number[] },
  ) {
    this.trace = recording.trace();
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
