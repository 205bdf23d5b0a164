// A command encoder that the stock backend and our own kernels share: one open compute pass, and a log of what was
// encoded while a step is recorded. Not a full GPUCommandEncoder: only what tfjs 4.22 calls.

export type Command =
  | {
      readonly kind: 'dispatch';
      readonly pipeline: GPUComputePipeline;
      readonly bindings: GPUBindGroup;
      readonly workgroups: readonly [number, number, number];
    }
  | {
      readonly kind: 'copy';
      readonly source: GPUBuffer;
      readonly sourceOffset: number;
      readonly target: GPUBuffer;
      readonly targetOffset: number;
      readonly size: number;
    };

/** One compute pass; ending it twice does no harm. */
export class LoggedPass {
  #pipeline: GPUComputePipeline | null = null;
  #bindings: GPUBindGroup | null = null;
  #ended = false;

  constructor(
    private readonly pass: GPUComputePassEncoder,
    private readonly log: Command[] | null,
  ) {}

  setPipeline(pipeline: GPUComputePipeline): void {
    this.#pipeline = pipeline;
    this.pass.setPipeline(pipeline);
  }

  setBindGroup(index: number, bindings: GPUBindGroup): void {
    this.#bindings = bindings;
    this.pass.setBindGroup(index, bindings);
  }

  dispatchWorkgroups(x: number, y = 1, z = 1): void {
    this.pass.dispatchWorkgroups(x, y, z);
    if (this.log && this.#pipeline && this.#bindings) {
      const [pipeline, bindings] = [this.#pipeline, this.#bindings];
      this.log.push({ kind: 'dispatch', pipeline, bindings, workgroups: [x, y, z] });
    }
  }

  end(): void {
    if (!this.#ended) this.pass.end();
    this.#ended = true;
  }
}

/** What tfjs holds as its command encoder. */
export class LoggedEncoder {
  #pass: LoggedPass | null = null;

  /** @param log takes every command while recording, else null */
  constructor(
    private readonly encoder: GPUCommandEncoder,
    readonly log: Command[] | null,
  ) {}

  /** The pass that is open, or a new one; with timestamps always a new one. */
  beginComputePass(descriptor: GPUComputePassDescriptor = {}): LoggedPass {
    if (descriptor.timestampWrites) this.endPass();
    this.#pass ??= new LoggedPass(this.encoder.beginComputePass(descriptor), this.log);
    return this.#pass;
  }

  endPass(): void {
    this.#pass?.end();
    this.#pass = null;
  }

  copyBufferToBuffer(
    source: GPUBuffer,
    sourceOffset: number,
    target: GPUBuffer,
    targetOffset: number,
    size: number,
  ): void {
    this.endPass();
    this.encoder.copyBufferToBuffer(source, sourceOffset, target, targetOffset, size);
    this.log?.push({ kind: 'copy', source, sourceOffset, target, targetOffset, size });
  }

  copyBufferToTexture(
    source: GPUTexelCopyBufferInfo,
    target: GPUTexelCopyTextureInfo,
    size: GPUExtent3DStrict,
  ): void {
    this.endPass();
    this.encoder.copyBufferToTexture(source, target, size);
  }

  resolveQuerySet(
    queries: GPUQuerySet,
    first: number,
    count: number,
    target: GPUBuffer,
    targetOffset: number,
  ): void {
    this.endPass();
    this.encoder.resolveQuerySet(queries, first, count, target, targetOffset);
  }

  finish(): GPUCommandBuffer {
    this.endPass();
    return this.encoder.finish();
  }
}
