// Convolutions to few channels by planes: against double precision, within the scratch that they ask for, the same on any number
// of threads and beside any pictures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalArray } from '../../../core/random';
import { referenceConv, referenceGradInput, relativeError } from '../../../testing/convReference';
import { loadTestModule } from '../../../testing/simdModule';
import type { SimdModule } from '../module';
import { conv2dForward, conv2dGradInput } from './conv2d';
import { convGeometry, type ConvGeometry } from './geometry';

const TOLERANCE = 3e-6;
const LINEAR = { activation: 'linear', alpha: 0 } as const;
/** A NaN, so that what is read before it is written shows. */
const POISON = 0x7fc0babe;

/** Forward: odd sides, maps that no tile fits, paddings that differ, dilation, one to three outputs, several chunks of channels. */
const FORWARD: readonly ConvGeometry[] = [1, 2, 3].flatMap((o) => [
  convGeometry([2, 33, 45, 16], [7, 7, 16, o], [1, 1], [3, 3, 3, 3]),
  convGeometry([1, 5, 37, 12], [3, 3, 12, o], [1, 1], [0, 2, 4, 1]),
  convGeometry([3, 9, 32, 36], [4, 4, 36, o], [1, 1], [1, 2, 1, 2]),
  convGeometry([1, 70, 64, 8], [1, 5, 8, o], [1, 1], [0, 0, 0, 0]),
  convGeometry([1, 12, 41, 20], [3, 2, 20, o], [1, 1], [9, 9, 3, 0], [2, 3]),
]);
/** Input gradients: of stride 1, and by the phases of stride 2, which write every second pixel. */
const GRADIENTS: readonly ConvGeometry[] = [1, 2, 3].flatMap((i) => [
  convGeometry([2, 34, 39, i], [3, 3, i, 64], [1, 1], [1, 1, 1, 1]),
  convGeometry([2, 20, 64, i], [4, 4, i, 32], [2, 2], [1, 1, 1, 1]),
  convGeometry([1, 13, 67, i], [5, 5, i, 8], [2, 2], [2, 2, 2, 2]),
  convGeometry([1, 8, 33, i], [7, 7, i, 16], [1, 1], [3, 3, 3, 3]),
]);
const shapeOf = (g: ConvGeometry): string =>
  `${[g.n, g.h, g.w, g.ci].join('x')} * ${[g.kh, g.kw, g.ci, g.co].join('x')}, stride ${g.strideH}`;

describe.each(['on', 'off'] as const)('planes, relaxed SIMD %s', (relaxed) => {
  let module: SimdModule;
  beforeAll(async () => {
    module = await loadTestModule({ relaxed });
  });
  afterAll(() => module.dispose());

  /** What `use` writes to `count` floats by planes alone, in poisoned scratch of which it exceeds nothing. */
  const written = (
    count: number,
    inputs: readonly Float32Array[],
    use: (own: SimdModule, pointers: readonly number[], out: number) => void,
  ): Float32Array => {
    const taken = [...inputs, new Float32Array(count).fill(NaN)].map((values) => {
      const pointer = module.heap.malloc(values.length * 4);
      module.heap.f32(pointer, values.length).set(values);
      return pointer;
    });
    const room = 1 << 22;
    const scratch = module.heap.malloc(room);
    module.heap.i32(scratch, room / 4).fill(POISON);
    let asked = room;
    const kernels: string[] = [];
    use(
      {
        ...module,
        run: (kernel, ...args) => module.run(kernels[kernels.push(kernel) - 1], ...args),
        scratch: (bytes) => {
          asked = bytes;
          return scratch;
        },
      },
      taken,
      taken[inputs.length],
    );
    const values = module.heap.f32(taken[inputs.length], count).slice();
    expect(kernels).toEqual(['planeConv']);
    const beyond = module.heap.i32(scratch + asked, (room - asked) >> 2);
    expect(
      beyond.every((word) => word === POISON),
      'scratch',
    ).toBe(true);
    for (const pointer of [...taken, scratch]) module.heap.free(pointer);
    return values;
  };

  it.each(FORWARD.map((g) => [shapeOf(g), g] as const))('%s', (_, g) => {
    const x = normalArray(g.n * g.h * g.w * g.ci, 1);
    const filter = normalArray(g.kh * g.kw * g.ci * g.co, 2);
    const bias = normalArray(g.co, 3);
    const activation = { activation: 'leakyRelu', alpha: 0.2 } as const;
    const y = written(g.n * g.outH * g.outW * g.co, [x, filter, bias], (own, [xAt, filterAt, biasAt], out) =>
      conv2dForward(own, g, { x: xAt, filter: filterAt, bias: biasAt, out, activation }),
    );
    const expected = referenceConv(g, x, filter).map((v, i) => {
      const sum = v + bias[i % g.co];
      return sum > 0 ? sum : 0.2 * sum;
    });
    expect(relativeError(y, expected)).toBeLessThan(TOLERANCE);
  });

  it.each(GRADIENTS.map((g) => [shapeOf(g), g] as const))('the input gradient of %s', (_, g) => {
    const dy = normalArray(g.n * g.outH * g.outW * g.co, 4);
    const filter = normalArray(g.kh * g.kw * g.ci * g.co, 5);
    const dx = written(g.n * g.h * g.w * g.ci, [dy, filter], (own, [dyAt, filterAt], out) =>
      conv2dGradInput(own, g, { dy: dyAt, filter: filterAt, dx: out }),
    );
    expect(relativeError(dx, referenceGradInput(g, dy, filter))).toBeLessThan(TOLERANCE);
  });
});

it('gives the same bits on three threads, and for a picture alone', async () => {
  const of = (n: number) => convGeometry([n, 40, 50, 16], [7, 7, 16, 3], [1, 1], [3, 3, 3, 3]);
  const filter = normalArray(7 * 7 * 16 * 3, 6);
  const x = normalArray(3 * 40 * 50 * 16, 7);
  const drawn = async (threads: number, n: number): Promise<Float32Array> => {
    const module = await loadTestModule({ threads });
    const [xAt, filterAt] = [x.subarray(0, n * 40 * 50 * 16), filter].map((values) => {
      const pointer = module.heap.malloc(values.length * 4);
      module.heap.f32(pointer, values.length).set(values);
      return pointer;
    });
    const out = module.heap.malloc(n * 40 * 50 * 3 * 4);
    conv2dForward(module, of(n), { x: xAt, filter: filterAt, bias: 0, out, activation: LINEAR });
    const values = module.heap.f32(out, n * 40 * 50 * 3).slice();
    module.dispose();
    return values;
  };
  const one = await drawn(1, 3);
  expect(await drawn(3, 3)).toEqual(one);
  expect(await drawn(1, 1)).toEqual(one.slice(0, 40 * 50 * 3));
});
