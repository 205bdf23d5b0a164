// Updates in place of many tensors in one call: GanvasAdam and GanvasLerp (moving averages).
import type { NamedTensorInfoMap } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import { defineKernel, input, numberAttr, stepNumberAttr } from '../stock/define';

/** Elements of one chunk, the unit of work of a thread. */
const CHUNK = 8192;

/** Lists the chunks of `count` groups of equally large tensors in memory, and runs `use` with their address. */
function withChunks(
  backend: SimdBackend,
  inputs: NamedTensorInfoMap,
  names: readonly string[],
  count: number,
  use: (chunks: number, length: number) => void,
): void {
  const words: number[] = [];
  for (let i = 0; i < count; i++) {
    const group = names.map((name) => input(inputs, `${name}${i}`));
    const pointers = group.map((info) => backend.pointer(info));
    const size = group[0].shape.reduce((product, side) => product * side, 1);
    for (let start = 0; start < size; start += CHUNK) {
      words.push(...pointers.map((pointer) => pointer + 4 * start), Math.min(CHUNK, size - start));
    }
  }
  const chunks = backend.module.scratch(4 * words.length);
  backend.module.tableI32(chunks, words.length).set(words);
  use(chunks, words.length / (names.length + 1));
}

export const adam = defineKernel('GanvasAdam', (backend, inputs, attrs) => {
  const [beta1, beta2] = [numberAttr(attrs, 'beta1'), numberAttr(attrs, 'beta2')];
  const rate = stepNumberAttr(attrs, 'rate');
  const names = ['param', 'grad', 'm', 'v'];
  withChunks(backend, inputs, names, numberAttr(attrs, 'count'), (chunks, length) => {
    const epsilon = numberAttr(attrs, 'epsilon');
    backend.module.run('adamUpdate', chunks, length, rate, beta1, beta2, epsilon, 1 - beta1, 1 - beta2);
  });
  return [];
});

export const lerp = defineKernel('GanvasLerp', (backend, inputs, attrs) => {
  withChunks(backend, inputs, ['target', 'source'], numberAttr(attrs, 'count'), (chunks, length) => {
    backend.module.run(
      'lerpUpdate',
      chunks,
      length,
      stepNumberAttr(attrs, 'share'),
      numberAttr(attrs, 'scale'),
    );
  });
  return [];
});
