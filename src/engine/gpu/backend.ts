// The stock WebGPU backend of TensorFlow.js with a second way to run programs, for kernels of our own: several outputs,
// writing in place, nothing made per call but a bind group; and with recording. Stock kernels run as before.
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { numberNow, type StepNumber } from '../recording';
import { sizeOf } from './arguments';
import { ClaimableBuffers, type BufferClaim } from './buffers';
import { LoggedEncoder, type Command } from './commandLog';
import { NUMBERS_BYTES, PipelineCache, type GpuProgram, type ProgramNumbers } from './program';
import type { KernelVariant } from './variant';

/** Dispatches of ours after which the queue is submitted, so that the device starts while more are encoded. */
const SUBMIT_EVERY = 96;

/** What a recording wants to know while it runs. */
export interface GpuRecording {
  readonly log: Command[];
  /** Takes the buffers that the step uses. */
  readonly claim: BufferClaim;
  /** Gives the numbers a place that every replay refills. */
  numbers(numbers: ProgramNumbers): GPUBufferBinding;
  /** A tensor's values went from the CPU to the device. */
  uploaded(values: ArrayLike<number>): void;
  /** A stock program's uniforms were written. */
  wroteUniforms(bytes: ArrayBuffer): void;
  wroteInPlace(info: TensorInfo): void;
}

/** The numbers as they lie in a uniform block. */
export function writeNumbers(
  { type, values }: { readonly type: 'f32' | 'u32'; readonly values: readonly StepNumber[] },
  target: ArrayBuffer,
  offset = 0,
): void {
  const view =
    type === 'f32'
      ? new Float32Array(target, offset, values.length)
      : new Uint32Array(target, offset, values.length);
  for (const [i, value] of values.entries()) view[i] = numberNow(value);
}

/** The queue as stock code uses it, telling of the uniforms that it writes. */
const watched = (queue: GPUQueue, recording: GpuRecording) => ({
  submit: (commands: GPUCommandBuffer[]): void => queue.submit(commands),
  writeBuffer(buffer: GPUBuffer, offset: number, bytes: ArrayBuffer, from: number, size: number): void {
    recording.wroteUniforms(bytes.slice(from, from + size));
    queue.writeBuffer(buffer, offset, bytes, from, size);
  },
});

export class GanvasGpuBackend extends WebGPUBackend {
  readonly buffers: ClaimableBuffers;
  readonly #pipelines: PipelineCache;
  #encoder: LoggedEncoder | null = null;
  #recording: GpuRecording | null = null;
  #unsubmitted = 0;
  #numbersInUse: GPUBuffer[] = [];

  constructor(device: GPUDevice, info?: GPUAdapterInfo) {
    super(device, info);
    this.buffers = new ClaimableBuffers(device);
    this.bufferManager = this.buffers;
    this.#pipelines = new PipelineCache(device);
  }

  /** Storage buffers that one program may use. */
  get mostBuffers(): number {
    return this.device.limits.maxStorageBuffersPerShaderStage;
  }

  /** In which form our kernels run. */
  get kernels(): KernelVariant {
    return this.#pipelines.variant;
  }

  /** Takes another form of the kernels, between recordings. */
  takeKernels(variant: KernelVariant): void {
    this.#pipelines.take(variant);
  }

  /** Makes every program anew that is run from now on. */
  forgetPrograms(): void {
    this.#pipelines.forget();
  }

  /** A new tensor of f32; its contents are whatever the buffer held. */
  newTensor(shape: readonly number[]): TensorInfo {
    return this.makeTensorInfo([...shape], 'float32');
  }

  /** Runs a program over its buffers: those read, then those written. */
  run(program: GpuProgram, tensors: readonly TensorInfo[]): void {
    if (tensors.some(({ shape }) => sizeOf(shape) === 0)) return;
    const pipeline = this.#pipelines.get(program);
    const entries: GPUBindGroupEntry[] = tensors.map((info, binding) => ({
      binding,
      resource: { buffer: this.bufferOf(info) },
    }));
    if (program.numbers) {
      entries.push({ binding: entries.length, resource: this.#place(program.numbers) });
    }
    const bindings = this.device.createBindGroup({ layout: this.#pipelines.layout(program), entries });
    const pass = this.openPass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindings);
    pass.dispatchWorkgroups(...program.workgroups);
    if (++this.#unsubmitted >= SUBMIT_EVERY) this.submitPending();
  }

  /** To be called for every tensor that a program changed in place: what tfjs knows of its values is out of date. */
  changed(info: TensorInfo): void {
    this.forgetValues(info.dataId);
    this.#recording?.wroteInPlace(info);
  }

  /** Drops the copy of a tensor's values that tfjs keeps after reading them. */
  forgetValues(dataId: TensorInfo['dataId']): void {
    Object.assign(this.tensorMap.get(dataId), { values: null });
  }

  /** The tensor's buffer, filled from the CPU when its values are still there. */
  bufferOf({ dataId }: TensorInfo): GPUBuffer {
    this.uploadToGPU(dataId);
    const { resource } = this.tensorMap.get(dataId);
    if (!(resource instanceof GPUBuffer)) throw new TypeError('A tensor of this backend is not a buffer.');
    return resource;
  }

  /** The compute pass into which stock and own programs go. */
  openPass(): ReturnType<LoggedEncoder['beginComputePass']> {
    return this.#openEncoder().beginComputePass();
  }

  /** Encodes a copy, outside any recording's log while none runs. */
  copy(source: GPUBuffer, target: GPUBuffer): void {
    this.#openEncoder().copyBufferToBuffer(source, 0, target, 0, source.size);
  }

  /** Sends what has been encoded to the device. */
  submitPending(): void {
    if (!this.#encoder) return;
    this.endComputePassEncoder();
    this.submitQueue();
  }

  /** Logs all commands from now on; null ends it. What was encoded before is submitted. */
  recordTo(recording: GpuRecording | null): void {
    this.submitPending();
    this.#recording = recording;
    this.buffers.claimFor(recording?.claim ?? null);
    const { queue } = this.device;
    Reflect.set(this, 'queue', recording ? watched(queue, recording) : queue);
  }

  override uploadToGPU(dataId: TensorInfo['dataId']): void {
    if (this.#recording) {
      const { resource, values } = this.tensorMap.get(dataId);
      if (!resource && values) this.#recording.uploaded(Array.from(values, Number));
    }
    super.uploadToGPU(dataId);
  }

  override ensureCommandEncoderReady(): void {
    super.ensureCommandEncoderReady();
    if (this.#encoder) return;
    const encoder: unknown = Reflect.get(this, 'commandEncoder');
    if (!(encoder instanceof GPUCommandEncoder)) throw new TypeError('tfjs made no command encoder.');
    this.#encoder = new LoggedEncoder(encoder, this.#recording?.log ?? null);
    Reflect.set(this, 'commandEncoder', this.#encoder);
  }

  override endComputePassEncoder(): void {
    super.endComputePassEncoder();
    this.#encoder?.endPass();
  }

  override submitQueue(): void {
    super.submitQueue();
    this.#encoder = null;
    this.#unsubmitted = 0;
    for (const buffer of this.#numbersInUse) this.buffers.releaseBuffer(buffer);
    this.#numbersInUse = [];
  }

  #openEncoder(): LoggedEncoder {
    this.ensureCommandEncoderReady();
    if (!this.#encoder) throw new TypeError('There is no command encoder.');
    return this.#encoder;
  }

  #place(numbers: ProgramNumbers): GPUBufferBinding {
    if (this.#recording) return this.#recording.numbers(numbers);
    const usage = GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST;
    const buffer = this.buffers.acquireBuffer(NUMBERS_BYTES, usage);
    const bytes = new ArrayBuffer(NUMBERS_BYTES);
    writeNumbers(numbers, bytes);
    this.queue.writeBuffer(buffer, 0, bytes);
    this.#numbersInUse.push(buffer);
    return { buffer };
  }
}
