// What the benchmark asks of the workers on its page, and what they answer. Types only.
import type { NetworkSpec } from '../../src/core/network';
import type { ParamValues } from '../../src/core/paramSpec';
import type { KernelVariant } from '../../src/engine/gpu/variant';
import type { BackendId } from '../../src/protocol';
import type { GpuCalls } from '../../src/testing/gpuCalls';
import type { BenchResult } from '../simdKernelsCore';
import type { TranslationRow } from '../translation/openRow';

/** Milliseconds of each repetition. */
export interface Times {
  readonly ms: readonly number[];
}

/** The project's own engine and trainer, as its worker runs them. */
export type EngineRequest =
  | {
      readonly do: 'open';
      readonly backend: BackendId;
      readonly threads: number;
      /** On WebGPU: without the project's own kernels and recordings, so that every operation is a stock one. */
      readonly stockOperations?: boolean;
      /** On WebGPU: neither subgroups nor 16-bit floats, whatever the device has. */
      readonly plainKernels?: boolean;
    }
  /** Times steps from image to image, as the tasks of the page take them. */
  | { readonly do: 'translate'; readonly row: TranslationRow; readonly count: number }
  /** Times steps of style transfer on VGG19's layers with random weights. */
  | { readonly do: 'paint'; readonly side: number; readonly count: number }
  /** Frees the networks of earlier requests. */
  | { readonly do: 'forget' }
  | {
      readonly do: 'infer';
      readonly model: string;
      readonly batch: number;
      readonly count: number;
      /** On WebGPU: with factors of 16 bits. */
      readonly halves?: boolean;
    }
  | {
      readonly do: 'train';
      readonly model: string;
      readonly modelParams: ParamValues;
      /** Multiplies the channels of every layer. */
      readonly width: number;
      readonly batch: number;
      /** Side of the square grey images. */
      readonly side: number;
      readonly count: number;
    };

export interface EngineReply extends Times {
  readonly description: string;
  readonly threads: number;
  /** Multiply-adds of one training step or one pass, as written. */
  readonly multiplyAdds: number;
  /** Per training step: WebGPU calls, and whether the step was replayed from a recording. */
  readonly calls: readonly (GpuCalls & { readonly replayed: boolean })[];
  /** Per training step: milliseconds until the call returned, which on a graphics card is the JavaScript. */
  readonly scriptMs: readonly number[];
  /** Of WebGPU: the lanes that sums exchange at a time, 1 without subgroups; whether the device has 16-bit floats. */
  readonly forms: KernelVariant;
  /** Of `translate`: by which PyTorch takes the same steps. */
  readonly question?: string;
}

/** A network in training or inference on stock TensorFlow.js, or trained on jax-js. */
export interface StockRequest {
  readonly backend: string;
  readonly generator: NetworkSpec;
  readonly discriminator: NetworkSpec;
  readonly batch: number;
  readonly count: number;
}

export interface StockReply extends Times {
  readonly description: string;
}

export interface OnnxRequest {
  /** The model, base64; only the first request of a worker needs it. */
  readonly model: string;
  readonly threads: number;
  readonly batch: number;
  readonly latent: number;
  readonly count: number;
}

export interface KernelsRequest {
  readonly threads: number;
  readonly relaxed: 'on' | 'off';
  readonly model: string;
  readonly rounds: number;
  /** 0 takes the model's own. */
  readonly batch: number;
}

/** Workers by name: what they are asked and what they answer. */
export interface BenchWorkers {
  readonly engine: [EngineRequest, EngineReply];
  readonly kernels: [KernelsRequest, BenchResult];
  readonly onnxRuntime: [OnnxRequest, Times];
  readonly stockTfjs: [StockRequest, StockReply];
  readonly jaxJs: [StockRequest, StockReply];
}

export type BenchWorkerKind = keyof BenchWorkers;

export type WorkerAnswer<K extends BenchWorkerKind> =
  | { readonly result: BenchWorkers[K][1]; readonly error?: undefined }
  | { readonly error: string; readonly result?: undefined };
