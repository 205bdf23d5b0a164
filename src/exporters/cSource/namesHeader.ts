// What `generator.h` says of a network that names pictures: the names of its classes, and what its numbers mean.
import type { Int8Graph } from '../../graph/int8Graph';
import { floatLiteral, textLiteral } from './literals';

export const NAMING_OUTPUT =
  'image: the share of each class, (value - zero) * scale, in the order of the names.';

/** Lines of `generator.h`. */
export const namesDefines = (
  names: readonly string[],
  q: Int8Graph,
): string => `#define GENERATOR_NAME_COUNT ${names.length}
#define GENERATOR_NAMES {${names.map(textLiteral).join(', ')}}
#define GENERATOR_SHARE_SCALE ${floatLiteral(q.output.scale)}
#define GENERATOR_SHARE_ZERO (${q.output.zeroPoint})`;
