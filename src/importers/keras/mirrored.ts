// Mirrored borders as Keras files say them: single rows or columns of an image, cut out and put around it.
import type { NetworkAssembly } from '../assembly';

/** The row (axis 1) or column (axis 2) of an image that a value is, and that image; null where it is something else. */
function lineOf(assembly: NetworkAssembly, value: string, axis: 1 | 2): { image: string; at: number } | null {
  const node = assembly.nodeOf(value);
  if (node?.kind !== 'crop') return null;
  const [image] = node.from;
  const side = assembly.shapeOf(image)[axis - 1];
  const [before, after, others] =
    axis === 1
      ? [node.top, node.bottom, node.left + node.right]
      : [node.left, node.right, node.top + node.bottom];
  return others === 0 && before + after === side - 1 ? { image, at: before } : null;
}

/**
 * Adds mirrored borders; those of rows and of columns become one layer.
 * @returns whether the sources are that: what they are cut out of stays in the assembly, unread
 */
export function addMirrored(
  assembly: NetworkAssembly,
  label: string,
  sources: readonly string[],
  axis: 1 | 2,
): boolean {
  const lines = sources.map((value) => lineOf(assembly, value, axis));
  const images = new Set(lines.map((line) => line?.image));
  const middle = sources.findIndex((value) => images.has(value));
  if (middle < 0) return false;
  const image = sources[middle];
  const side = assembly.shapeOf(image)[axis - 1];
  const mirrors = lines.every((line, i) => {
    if (i === middle) return true;
    const at = i < middle ? middle - i : side - 1 - (i - middle);
    return line?.image === image && line.at === at;
  });
  if (!mirrors) return false;
  const [before, after] = [middle, sources.length - 1 - middle];
  const node = assembly.nodeOf(image);
  if (axis === 1) {
    assembly.join({ kind: 'reflectionPad', top: before, bottom: after, left: 0, right: 0 }, label, [image]);
  } else if (node?.kind === 'reflectionPad' && node.left + node.right === 0) {
    const { top, bottom, from } = node;
    assembly.join({ kind: 'reflectionPad', top, bottom, left: before, right: after }, label, from);
  } else {
    assembly.join({ kind: 'reflectionPad', top: 0, bottom: 0, left: before, right: after }, label, [image]);
  }
  return true;
}
