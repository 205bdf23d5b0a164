// Asks a worker of the bench's page that runs under Node, in a process of its own, with Dawn as its WebGPU.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '../../scripts/runTool';
import type { BenchWorkers, WorkerAnswer } from '../browser/wire';

export type DawnWorkerKind = 'engine' | 'stockTfjs';

/** The process ended before it answered; the message has its last words. */
export class DawnWorkerError extends Error {
  override readonly name = 'DawnWorkerError';
}

const TSX = join(repositoryRoot, 'node_modules', '.bin', 'tsx');
const LAST_WORDS = 600;

export class DawnWorker<K extends DawnWorkerKind> {
  readonly #process: ChildProcessWithoutNullStreams;
  #waiting: { resolve(line: string): void; reject(error: Error): void } | null = null;
  #lastWords = '';
  #ended = false;

  /** @param software on Mesa's lavapipe, whatever cards there are */
  constructor(kind: K, software: boolean) {
    const args = ['bench/dawnWorker.ts', kind, ...(software ? ['software'] : [])];
    this.#process = spawn(TSX, args, { cwd: repositoryRoot });
    createInterface(this.#process.stdout).on('line', (line) => this.#waiting?.resolve(line));
    this.#process.stderr.on('data', (text: Buffer) => {
      this.#lastWords = (this.#lastWords + text.toString()).slice(-LAST_WORDS);
    });
    this.#process.on('close', () => {
      this.#ended = true;
      this.#waiting?.reject(this.#lost());
    });
    this.#process.stdin.on('error', () => undefined); // told by 'close'
  }

  #lost(): DawnWorkerError {
    return new DawnWorkerError(`WebGPU under Node ended. ${this.#lastWords}`);
  }

  /** One request at a time. @throws DawnWorkerError, or Error with the worker's message */
  async ask(request: BenchWorkers[K][0]): Promise<BenchWorkers[K][1]> {
    if (this.#ended) throw this.#lost();
    const line = await new Promise<string>((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    });
    this.#waiting = null;
    const answer: WorkerAnswer<K> = JSON.parse(line);
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.result;
  }

  close(): void {
    this.#process.stdin.end();
    this.#process.kill();
  }
}
