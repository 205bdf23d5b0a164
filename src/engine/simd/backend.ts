// Tensor storage of the CPU engine: a TensorFlow.js KernelBackend whose data lives in one WebAssembly.Memory.
// Holds no kernel; kernels ask it for addresses. float32 and int32 take four bytes an element, bool one;
// strings stay JavaScript values.
import {
  type backend_util,
  DataStorage,
  engine,
  KernelBackend,
  type BackendTimingInfo,
  type DataType,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { GanvasError } from '../../core/errors';
import type { SimdModule } from './module';

type BackendValues = backend_util.BackendValues;
type DataId = TensorInfo['dataId'];

/** A tensor type that the engine does not store (complex64). */
export class UnsupportedTensorError extends GanvasError {
  constructor(dtype: string) {
    super(`The CPU engine cannot hold tensors of type ${dtype}.`, 'Split it into real and imaginary parts.');
  }
}

interface Stored {
  /** Address in the memory; 0 for strings. */
  readonly pointer: number;
  readonly size: number;
  readonly dtype: DataType;
  readonly strings: Uint8Array[] | null;
  refCount: number;
}

const sizeOf = (shape: readonly number[]): number => {
  let size = 1;
  for (const extent of shape) size *= extent;
  return size;
};

export class SimdBackend extends KernelBackend {
  /** Calls that were answered by the stock cpu kernel, by kernel name: a training step should add none. */
  readonly fallbackCalls = new Map<string, number>();
  readonly #data: DataStorage<Stored>;

  constructor(readonly module: SimdModule) {
    super();
    this.#data = new DataStorage<Stored>(this, engine());
  }

  /** Address of a numeric tensor's first element; copies the data in from another backend when it lives there. */
  pointer(info: TensorInfo): number {
    return this.#data.get(info.dataId).pointer;
  }

  /** A new tensor of undefined contents; the caller (in a kernel: tfjs) disposes it. */
  makeOutput(shape: readonly number[], dtype: DataType): TensorInfo {
    const dataId = {};
    this.#data.set(dataId, this.#allocate(sizeOf(shape), dtype));
    return { dataId, shape: [...shape], dtype };
  }

  /** A tensor over the same data as `info` with another shape (of the same size) or the same. */
  share(info: TensorInfo, shape: readonly number[] = info.shape): TensorInfo {
    this.incRef(info.dataId);
    return { dataId: info.dataId, shape: [...shape], dtype: info.dtype };
  }

  /**
   * Calls `use` with the address of a block of undefined contents that lives only during the call.
   * For kernels that need several blocks or call each other; single kernels may use `module.scratch`.
   */
  scratch<T>(bytes: number, use: (pointer: number) => T): T {
    const pointer = this.module.heap.malloc(bytes);
    try {
      return use(pointer);
    } finally {
      this.module.heap.free(pointer);
    }
  }

  /**
   * Values in place, for the host to read or write: a view that the next allocation may invalidate. Numeric tensors
   * only. A step that does this cannot be replayed.
   */
  view(info: TensorInfo): Float32Array | Int32Array | Uint8Array {
    this.module.log?.touched();
    const { pointer, size, dtype } = this.#data.get(info.dataId);
    return this.#view(pointer, size, dtype);
  }

  override write(values: BackendValues, shape: number[], dtype: DataType): DataId {
    const dataId = {};
    this.move(dataId, values, shape, dtype, 1);
    return dataId;
  }

  override move(
    dataId: DataId,
    values: BackendValues,
    shape: number[],
    dtype: DataType,
    refCount: number,
  ): void {
    if (dtype === 'string') {
      const strings = ArrayBuffer.isView(values) ? [] : values;
      this.#data.set(dataId, { pointer: 0, size: strings.length, dtype, strings, refCount });
      return;
    }
    const stored = this.#allocate(sizeOf(shape), dtype);
    const view = this.#view(stored.pointer, stored.size, dtype);
    if (ArrayBuffer.isView(values)) view.set(values);
    else view.set(values.map(Number));
    this.module.log?.uploaded(stored.pointer, view.byteLength);
    stored.refCount = refCount;
    this.#data.set(dataId, stored);
  }

  override readSync(dataId: DataId): BackendValues {
    this.module.log?.touched();
    const { pointer, size, dtype, strings } = this.#data.get(dataId);
    return strings ?? this.#view(pointer, size, dtype).slice();
  }

  override async read(dataId: DataId): Promise<BackendValues> {
    return this.readSync(dataId);
  }

  override refCount(dataId: DataId): number {
    return this.#data.has(dataId) ? this.#data.get(dataId).refCount : 0;
  }

  override incRef(dataId: DataId): void {
    this.#data.get(dataId).refCount++;
  }

  override disposeData(dataId: DataId, force = false): boolean {
    if (!this.#data.has(dataId)) return true;
    const stored = this.#data.get(dataId);
    stored.refCount--;
    if (!force && stored.refCount > 0) return false;
    if (stored.strings === null) this.module.heap.free(stored.pointer);
    this.#data.delete(dataId);
    return true;
  }

  /** Frees a tensor that a kernel made for itself. */
  release(info: TensorInfo): void {
    this.disposeData(info.dataId);
  }

  override numDataIds(): number {
    return this.#data.numDataIds();
  }

  /** Exact, in bytes of live blocks (rounded up by the heap), now and at most so far. */
  override memory(): { unreliable: boolean; bytesInUse: number; peakBytes: number } {
    return { unreliable: false, bytesInUse: this.module.heap.used, peakBytes: this.module.heap.peak };
  }

  override floatPrecision(): 16 | 32 {
    return 32;
  }

  override timerAvailable(): boolean {
    return false;
  }

  override async time(run: () => void): Promise<BackendTimingInfo> {
    const start = performance.now();
    run();
    return { kernelMs: performance.now() - start };
  }

  /** The module belongs to whoever loaded it; its memory goes with it. */
  override dispose(): void {
    this.fallbackCalls.clear();
  }

  #allocate(size: number, dtype: DataType): Stored {
    if (dtype !== 'float32' && dtype !== 'int32' && dtype !== 'bool') throw new UnsupportedTensorError(dtype);
    const pointer = this.module.heap.malloc(dtype === 'bool' ? size : size * 4);
    return { pointer, size, dtype, strings: null, refCount: 1 };
  }

  #view(pointer: number, size: number, dtype: DataType): Float32Array | Int32Array | Uint8Array {
    const { heap } = this.module;
    if (dtype === 'float32') return heap.f32(pointer, size);
    return dtype === 'int32' ? heap.i32(pointer, size) : heap.u8(pointer, size);
  }
}
