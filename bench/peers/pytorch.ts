// Native PyTorch as a peer: one Python process per (threads, instruction set), kept warm, asked line by line.
// What it computes is bench/native/peer.py's.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '../../scripts/runTool';

export const NATIVE_FOLDER = join(repositoryRoot, 'bench', 'native');
export const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';

/** `native` takes what the processor has; `avx2` holds PyTorch and oneDNN to 256-bit vectors. */
export type InstructionSet = 'native' | 'avx2';
export type Layout = 'channels_last' | 'contiguous';
export const LAYOUTS: readonly Layout[] = ['channels_last', 'contiguous'];

/** Model names of bench/native for the ids of the page. */
export const NATIVE_MODELS: Readonly<Record<string, string>> = {
  'dcgan-an12954': 'reference',
  'dcgan-light': 'light',
};

export interface TorchFacts {
  readonly torch: string;
  readonly python: string;
  readonly threads: number;
  /** Vector instructions that PyTorch's own loops use. */
  readonly capability: string;
  readonly cuda: boolean;
  /** Whether it has torch.compile. */
  readonly compiles: boolean;
}

export interface TorchOptions {
  readonly threads: number;
  readonly instructions: InstructionSet;
  readonly device?: 'cpu' | 'cuda';
}

/** The native peer could not start or answer; the message is Python's own. */
export class NativePeerError extends Error {
  override readonly name = 'NativePeerError';
}

const AVX2_ONLY = { ONEDNN_MAX_CPU_ISA: 'AVX2', DNNL_MAX_CPU_ISA: 'AVX2', ATEN_CPU_CAPABILITY: 'avx2' };
const ANSWER_MS = 10 * 60_000;

const isFailure = (value: unknown): value is { readonly error: string } =>
  typeof value === 'object' && value !== null && 'error' in value && typeof value.error === 'string';

/** What each request of peer.py is answered with. */
interface TorchReplies {
  readonly hello: TorchFacts;
  /** Milliseconds per step, images per step, multiply-adds per step as written. */
  readonly steps: { readonly ms: number[]; readonly batch: number; readonly multiplyAdds: number };
  readonly pairs: { readonly ms: number[] };
  readonly cycles: { readonly ms: number[] };
  readonly gatys: { readonly ms: number[] };
  readonly infer: { readonly ms: number[] };
  readonly export: { readonly latent: number };
}

export class TorchPeer {
  readonly #process: ChildProcessWithoutNullStreams;
  #waiting: { resolve(line: string): void; reject(error: Error): void } | null = null;
  #lastWords = '';

  constructor(readonly options: TorchOptions) {
    const { threads, instructions, device = 'cpu' } = options;
    this.#process = spawn(PYTHON, ['peer.py', '--threads', String(threads), '--device', device], {
      cwd: NATIVE_FOLDER,
      env: {
        ...process.env,
        OMP_NUM_THREADS: String(threads),
        ...(instructions === 'avx2' ? AVX2_ONLY : {}),
      },
    });
    createInterface(this.#process.stdout).on('line', (line) => this.#waiting?.resolve(line));
    this.#process.stderr.on('data', (text: Buffer) => (this.#lastWords = text.toString().slice(-400)));
    const lost = (why: string) =>
      this.#waiting?.reject(new NativePeerError(`${PYTHON} ${why}. ${this.#lastWords}`));
    this.#process.on('error', (error) => lost(`did not start: ${error.message}`));
    this.#process.on('close', (status) => lost(`ended with status ${status}`));
    this.#process.stdin.on('error', () => undefined); // told by 'close'
  }

  /** For people: `PyTorch, 2 threads, AVX2`. */
  get label(): string {
    const { threads, instructions, device } = this.options;
    if (device === 'cuda') return 'PyTorch eager, CUDA';
    return `PyTorch, ${threads} thread${threads === 1 ? '' : 's'}${instructions === 'avx2' ? ', AVX2' : ''}`;
  }

  /** Sends one request and waits for its reply. @throws NativePeerError when Python fails */
  async ask<K extends keyof TorchReplies>(
    what: K,
    request: Readonly<Record<string, string | number | boolean>> = {},
  ): Promise<TorchReplies[K]> {
    const line = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new NativePeerError(`No reply to ${what}.`)), ANSWER_MS);
      const settled = () => {
        clearTimeout(timer);
        this.#waiting = null;
      };
      this.#waiting = {
        resolve: (text) => (settled(), resolve(text)),
        reject: (error) => (settled(), reject(error)),
      };
      this.#process.stdin.write(`${JSON.stringify({ do: what, ...request })}\n`);
    });
    const reply: TorchReplies[K] | { readonly error: string } = JSON.parse(line);
    if (isFailure(reply)) throw new NativePeerError(reply.error);
    return reply;
  }

  close(): void {
    this.#process.stdin.end();
    this.#process.kill();
  }
}
