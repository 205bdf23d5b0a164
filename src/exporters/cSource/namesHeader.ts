// What `generator.h` says of a network that names pictures: the names of its classes, and what its numbers mean.
import type { Int8Graph } from '../../graph/int8Graph';

export const NAMING_OUTPUT =
  'image: the share of each class, (value - zero) * scale, in the order of the names.';

/** A text as C takes it, whatever letters are in it. */
const literal = (text: string): string =>
  `"${[...new TextEncoder().encode(text)]
    .map((byte) =>
      byte < 32 || byte > 126 || byte === 34 || byte === 63 || byte === 92
        ? `\\${byte.toString(8).padStart(3, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')}"`;

/** Lines of `generator.h`. */
export const namesDefines = (
  names: readonly string[],
  q: Int8Graph,
): string => `#define GENERATOR_NAME_COUNT ${names.length}
#define GENERATOR_NAMES {${names.map(literal).join(', ')}}
#define GENERATOR_SHARE_SCALE ${q.output.scale}f
#define GENERATOR_SHARE_ZERO (${q.output.zeroPoint})`;
