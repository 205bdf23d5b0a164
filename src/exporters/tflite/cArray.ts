// A .tflite file as a C array, aligned as TensorFlow Lite Micro asks, with what a program must know in the comment.
import { inputShape, outputShape } from '../../graph/edges';
import { interpreterArena } from '../../graph/program';
import { volume } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';

import { normalNumbers } from '../defineModel';

const PER_LINE = 16;
const HEX = Array.from({ length: 256 }, (_, b) => `0x${b.toString(16).padStart(2, '0')}`);

/** `<name>_model_data.h` and `.c` that declare and define the array and its length. */
export function cArray(
  name: string,
  bytes: Uint8Array,
  q: Int8Graph,
  inputLayout = normalNumbers(volume(inputShape(q.graph))),
  names?: readonly string[],
): Record<string, string> {
  const symbol = name.replace(/\W+/g, '_').replace(/^(?=\d)/, '_');
  const meaning = names
    ? `shares of ${JSON.stringify(names).replace(/\*\//g, '* /')}`
    : '-1 black to 1 white';
  const guard = `${symbol.toUpperCase()}_MODEL_DATA_H`;
  const lines: string[] = [];
  for (let i = 0; i < bytes.length; i += PER_LINE) {
    const row = Array.from(bytes.subarray(i, i + PER_LINE), (b) => HEX[b]);
    lines.push(`    ${row.join(', ')},`);
  }
  const { scale, zeroPoint } = q.input;
  return {
    [`${symbol}_model_data.h`]: `/* TensorFlow Lite model made by Ganvas.
   Size: ${bytes.length} bytes of flash.
   Tensor arena: at least ${interpreterArena(q.graph)} bytes for the activations, and what the interpreter keeps per
   tensor beside them (a few kilobytes); ask arena_used_bytes() for the exact figure.
   Input "latent": int8 [1, ${inputShape(q.graph).join(', ')}], real = ${scale} * (value - (${zeroPoint})):
   ${inputLayout}.
   Output "image": int8 [1, ${outputShape(q.graph).join(', ')}], real = ${q.output.scale} * (value - (${q.output.zeroPoint})), ${meaning}. */
#ifndef ${guard}
#define ${guard}

#ifdef __cplusplus
extern "C" {
#endif

extern const unsigned char ${symbol}_model_data[];
extern const unsigned int ${symbol}_model_data_len;

#ifdef __cplusplus
}
#endif

#endif
`,
    [`${symbol}_model_data.c`]: `#include "${symbol}_model_data.h"

#if defined(__GNUC__) || defined(__clang__)
__attribute__((aligned(16)))
#endif
const unsigned char ${symbol}_model_data[${bytes.length}] = {
${lines.join('\n')}
};
const unsigned int ${symbol}_model_data_len = ${bytes.length};
`,
  };
}
