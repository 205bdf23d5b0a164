// A row of a table by a class in a .tflite file: the number is made whole, the row taken, and put into shape.
import type { Group, GroupSite } from './rules';

/** Cast, gather, reshape. */
const EMBEDDING = [53, 36, 22] as const;

/** The embedding that begins here, or null. */
export function readEmbedding({ operators, tensors, constant, readerOf }: GroupSite): Group | null {
  if (EMBEDDING.some((code, i) => operators[i]?.code !== code)) return null;
  const [cast, gather, reshape] = operators;
  const [table, row] = gather.inputs;
  if (row !== cast.outputs[0] || reshape.inputs[0] !== gather.outputs[0]) return null;
  if ([cast, gather, reshape].some(({ outputs }) => outputs.length !== 1)) return null;
  const values = constant(table);
  const shape = tensors[table]?.shape ?? [];
  const [classes, units] = shape;
  if (!values || shape.length !== 2 || classes < 1 || values.length !== classes * units) return null;
  const { base } = readerOf({ ...cast, outputs: reshape.outputs }, 0);
  if (base.output.join() !== String(units) || base.inputs[0].join() !== '1') return null;
  return { nodes: [{ ...base, kind: 'embedding', table: values }], output: reshape.outputs[0], operators: 3 };
}
