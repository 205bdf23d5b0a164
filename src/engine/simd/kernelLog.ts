// What a recording is told while a step runs on the CPU engine.
import type { StepNumber } from '../stepNumber';

export interface KernelLog {
  /** A kernel is about to run; the tables that it reads are written. */
  ran(kernel: string, args: readonly StepNumber[]): void;
  /** The host is about to write a table that the next kernel call reads. */
  table(pointer: number, bytes: number): void;
  /** The host wrote a tensor. */
  uploaded(pointer: number, bytes: number): void;
  /** The host read a tensor, or wrote into one that exists: a replay could not repeat it. */
  touched(): void;
}
