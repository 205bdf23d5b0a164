// What a benchmark ran on, as far as it explains the figures.
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** Widest vector instructions that programs may use. */
  readonly vectors: string;
  readonly system: string;
  readonly memoryGiB: number;
  readonly node: string;
  /** Programs that wanted to run just before, one-minute average: near 0 on a quiet machine. */
  readonly loadBefore: number;
}

/** Instruction sets, widest first, by the names that Linux gives them. */
const VECTOR_FLAGS: readonly (readonly [flag: string, name: string])[] = [
  ['amx_tile', 'AMX'],
  ['avx512f', 'AVX-512'],
  ['avx2', 'AVX2'],
  ['avx', 'AVX'],
  ['sve', 'SVE'],
  ['asimd', 'NEON'],
];

/** The widest vector instructions named in /proc/cpuinfo. */
export function widestVectors(cpuinfo: string): string {
  const flags = new Set(/^(?:flags|Features)\s*:\s*(.*)$/m.exec(cpuinfo)?.[1]?.split(/\s+/) ?? []);
  return VECTOR_FLAGS.find(([flag]) => flags.has(flag))?.[1] ?? 'unknown';
}

function readCpuInfo(): string {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8');
  } catch {
    return ''; // not Linux
  }
}

export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? arch(),
    cores: availableParallelism(),
    vectors: widestVectors(readCpuInfo()),
    system: `${type()} ${release()} ${arch()}`,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    loadBefore: loadavg()[0],
  };
}

/** Thread counts worth comparing: one, two, and all cores. */
export const threadCounts = (cores: number): number[] =>
  [...new Set([1, Math.min(2, cores), cores])].sort((a, b) => a - b);
