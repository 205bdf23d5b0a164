// What a section of the benchmark is: one file that measures something and says it in tables. One line in index.ts.
import type { Lab } from '../lab';
import type { Machine } from '../machine';
import type { BenchOptions } from '../options';
import type { Table } from '../table';

export interface SectionContext {
  readonly lab: Lab;
  readonly machine: Machine;
  readonly options: BenchOptions;
  /** Says on stderr what is being measured. */
  readonly say: (line: string) => void;
}

export interface SectionResult {
  readonly tables: readonly Table[];
  /** Everything measured, for bench.json. */
  readonly data: unknown;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  run(context: SectionContext): Promise<SectionResult>;
}

export const defineSection = (section: Section): Section => section;
