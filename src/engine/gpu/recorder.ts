// Records the commands of one training step and replays them: fresh inputs and numbers are written, then every dispatch
// is encoded again as it was, in one command buffer. Nothing of tfjs runs in a replay but one tensor for the result.
import { engine, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { mix32 } from '../../core/random';
import { StatePlaces } from '../statePlaces';
import { textTrace, type StepTrace } from '../stepTrace';
import { listen, type RecordedStep, type StepListener, type StepRecorder } from '../recording';
import { sizeOf } from './arguments';
import { writeNumbers, type GanvasGpuBackend, type GpuRecording } from './backend';
import { BufferClaim } from './buffers';
import type { Command } from './commandLog';
import type { ProgramNumbers } from './program';

/** Distance of two uniform blocks in one buffer: the alignment that every device accepts. */
const SLOT_BYTES = 256;
const SLOTS = 64;

/** Uniform blocks of many programs in one buffer, written at once. */
interface NumbersPage {
  readonly buffer: GPUBuffer;
  readonly bytes: ArrayBuffer;
  used: number;
}

const pipelineNumbers = new WeakMap<GPUComputePipeline, number>();
let pipelinesSeen = 0;

function numberOf(pipeline: GPUComputePipeline): number {
  const number = pipelineNumbers.get(pipeline) ?? ++pipelinesSeen;
  pipelineNumbers.set(pipeline, number);
  return number;
}

class Recording implements GpuRecording, StepListener {
  readonly log: Command[] = [];
  readonly claim = new BufferClaim();
  readonly pages: NumbersPage[] = [];
  /** What a replay does before the commands, in the order in which the step did it. */
  readonly refills: (() => void)[] = [];
  readonly writtenInPlace = new Set<TensorInfo['dataId']>();
  #hash = 0;

  constructor(private readonly backend: GanvasGpuBackend) {}

  effect(repeat: () => void): void {
    this.refills.push(repeat);
  }

  input(shape: readonly number[], fill: (values: Float32Array) => void): Tensor {
    const info = this.backend.newTensor(shape);
    const buffer = this.#ownBuffer(4 * sizeOf(shape), GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC);
    this.backend.tensorMap.get(info.dataId).resource = buffer;
    const values = new Float32Array(sizeOf(shape));
    const refill = (): void => {
      fill(values);
      this.backend.device.queue.writeBuffer(buffer, 0, values);
    };
    refill();
    this.refills.push(refill);
    return engine().makeTensorFromTensorInfo(info);
  }

  numbers(numbers: ProgramNumbers): GPUBufferBinding {
    const page = this.#page();
    const offset = page.used++ * SLOT_BYTES;
    const refill = (): void => writeNumbers(numbers, page.bytes, offset);
    refill();
    this.refills.push(refill);
    this.backend.device.queue.writeBuffer(page.buffer, offset, page.bytes, offset, SLOT_BYTES);
    return { buffer: page.buffer, offset, size: SLOT_BYTES };
  }

  uploaded(values: ArrayLike<number>): void {
    this.#note(values.length);
    const copy = Float32Array.from(values);
    for (const word of new Uint32Array(copy.buffer)) this.#note(word);
  }

  wroteUniforms(bytes: ArrayBuffer): void {
    for (const word of new Uint32Array(bytes)) this.#note(word);
  }

  wroteInPlace({ dataId }: TensorInfo): void {
    this.writtenInPlace.add(dataId);
  }

  trace(): StepTrace {
    for (const command of this.log) {
      if (command.kind === 'copy') this.#note(command.size);
      else for (const n of [numberOf(command.pipeline), ...command.workgroups]) this.#note(n);
    }
    return textTrace(`${this.log.length}:${this.refills.length}:${this.#hash}`);
  }

  #note(value: number): void {
    this.#hash = mix32((this.#hash ^ mix32(value)) + 1);
  }

  #page(): NumbersPage {
    const last = this.pages.at(-1);
    if (last && last.used < SLOTS) return last;
    const bytes = new ArrayBuffer(SLOTS * SLOT_BYTES);
    const page = { buffer: this.#ownBuffer(bytes.byteLength, GPUBufferUsage.UNIFORM), bytes, used: 0 };
    this.pages.push(page);
    return page;
  }

  /** A buffer that only the CPU writes: what a replay writes first must still be there at its last command. */
  #ownBuffer(size: number, usage: GPUBufferUsageFlags): GPUBuffer {
    return this.backend.buffers.acquireForClaim(this.claim, size, usage | GPUBufferUsage.COPY_DST);
  }
}

class GpuRecordedStep implements RecordedStep {
  readonly trace: StepTrace;

  constructor(
    private readonly backend: GanvasGpuBackend,
    private readonly recording: Recording,
    private readonly places: StatePlaces,
    private readonly result: { readonly buffer: GPUBuffer; readonly shape: readonly number[] },
  ) {
    this.trace = recording.trace();
  }

  isCurrent(): boolean {
    return this.places.unchanged();
  }

  replay(): Tensor {
    const { backend, recording } = this;
    const { device } = backend;
    backend.submitPending();
    for (const refill of recording.refills) refill();
    for (const { buffer, bytes, used } of recording.pages) {
      device.queue.writeBuffer(buffer, 0, bytes, 0, used * SLOT_BYTES);
    }
    const encoder = device.createCommandEncoder();
    encodeAgain(encoder, recording.log);
    const info = backend.newTensor(this.result.shape);
    encoder.copyBufferToBuffer(this.result.buffer, 0, backend.bufferOf(info), 0, this.result.buffer.size);
    device.queue.submit([encoder.finish()]);
    for (const dataId of recording.writtenInPlace) backend.forgetValues(dataId);
    return engine().makeTensorFromTensorInfo(info);
  }

  dispose(): void {
    this.backend.submitPending();
    this.backend.buffers.giveBack(this.recording.claim);
  }
}

function encodeAgain(encoder: GPUCommandEncoder, log: readonly Command[]): void {
  let pass: GPUComputePassEncoder | null = null;
  for (const command of log) {
    if (command.kind === 'dispatch') {
      pass ??= encoder.beginComputePass();
      const [x, y, z] = command.workgroups;
      pass.setPipeline(command.pipeline);
      pass.setBindGroup(0, command.bindings);
      pass.dispatchWorkgroups(x, y, z);
    } else {
      pass?.end();
      pass = null;
      const { source, sourceOffset, target, targetOffset, size } = command;
      encoder.copyBufferToBuffer(source, sourceOffset, target, targetOffset, size);
    }
  }
  pass?.end();
}

/** Records steps that run on this backend. */
export class GpuStepRecorder implements StepRecorder {
  constructor(private readonly backend: GanvasGpuBackend) {}

  record(step: () => Tensor, state: readonly Tensor[]): { result: Tensor; recorded: RecordedStep | null } {
    const { backend } = this;
    for (const tensor of state) backend.bufferOf(tensor); // brings it to the device
    const places = new StatePlaces(state, ({ dataId }) => backend.tensorMap.get(dataId).resource);
    const recording = new Recording(backend);
    backend.recordTo(recording);
    let result: Tensor;
    try {
      result = listen(recording, step);
    } catch (error) {
      backend.recordTo(null);
      backend.buffers.giveBack(recording.claim);
      throw error;
    }
    const buffer = backend.bufferOf(result);
    backend.recordTo(null);
    // The step's own result lies in a buffer that replays overwrite; the caller gets a copy.
    const copy = backend.newTensor(result.shape);
    backend.copy(buffer, backend.bufferOf(copy));
    const tensor = engine().makeTensorFromTensorInfo(copy);
    const { shape } = result;
    result.dispose();
    const recorded = new GpuRecordedStep(backend, recording, places, { buffer, shape });
    if (recording.claim.releasedOlder || !recorded.isCurrent()) {
      recorded.dispose();
      return { result: tensor, recorded: null };
    }
    return { result: tensor, recorded };
  }
}
