// What the border of a model is called in files. One value has the name that programs ask for; several have their own.
import type { ExportGraph } from '../graph/graph';

export interface PortNames {
  readonly input: string;
  readonly output: string;
}

/** Of what comes in, in order. */
export const inputNames = ({ inputs }: ExportGraph, { input }: PortNames): string[] =>
  inputs.length === 1 ? [input] : inputs.map(({ name }) => name);

/** Of what leaves, in order. */
export const outputNames = ({ outputs }: ExportGraph, { output }: PortNames): string[] =>
  outputs.length === 1 ? [output] : outputs.map((name) => `${output}/${name}`);
