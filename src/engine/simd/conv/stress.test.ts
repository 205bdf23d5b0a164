// Thousands of small random shapes: every number of threads must give the same bits as one thread, and a sample of
// the shapes is checked against double precision.
import { afterAll, describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../core/random';
import {
  referenceConv,
  referenceGradFilter,
  referenceGradInput,
  relativeError,
} from '../../../testing/convReference';
import { loadTestModule } from '../../../testing/simdModule';
import type { SimdModule } from '../module';
import type { FusedActivation } from './activation';
import { conv2dForward, conv2dGradInput } from './conv2d';
import { conv2dGradFilter } from './filterGradient';
import { convGeometry, type ConvGeometry } from './geometry';
import { matMul } from './matMul';
import { upsampleConvForward, upsampleConvGradInput } from './upsample';
import { upsampleConvGradFilter } from './upsampleFilter';

const SHAPES = 2500;
const CHECKED = 250;
const ACTIVATIONS: readonly FusedActivation[] = ['linear', 'relu', 'leakyRelu', 'tanh', 'sigmoid'];

const modules: SimdModule[] = [];
afterAll(() => {
  for (const module of modules) module.dispose();
});

/** Copies values in, runs, and returns the outputs; all blocks are freed. */
function run(
  module: SimdModule,
  inputs: readonly Float32Array[],
  outputs: readonly number[],
  use: (inputs: number[], outputs: number[]) => void,
): Float32Array[] {
  const given = inputs.map((values) => {
    const pointer = module.heap.malloc(values.length * 4);
    module.heap.f32(pointer, values.length).set(values);
    return pointer;
  });
  const made = outputs.map((count) => module.heap.malloc(count * 4));
  use(given, made);
  const results = outputs.map((count, i) => module.heap.f32(made[i] ?? 0, count).slice());
  for (const pointer of [...given, ...made]) module.heap.free(pointer);
  return results;
}

const values = (random: Random, count: number) =>
  Float32Array.from({ length: count }, () => random.uniform() - 0.5);

/** Many channels, strides 1 and 2, up to seven taps: mostly run by minimal filtering. */
function randomMinimal(random: Random): ConvGeometry {
  const [kh, kw] = [1 + random.int(7), 1 + random.int(7)];
  const [h, w] = [kh + random.int(10), kw + random.int(10)];
  const [ci, co] = [12 + random.int(30), 12 + random.int(50)];
  const pad = () => random.int(4);
  return convGeometry(
    [1 + random.int(4), h, w, ci],
    [kh, kw, ci, co],
    [1 + random.int(2), 1 + random.int(2)],
    [pad(), pad(), pad(), pad()],
  );
}

function randomGeometry(random: Random): ConvGeometry {
  if (random.int(4) === 0) return randomMinimal(random);
  const [kh, kw] = [1 + random.int(4), 1 + random.int(4)];
  const [dh, dw] = random.int(5) === 0 ? [2, 2] : [1, 1];
  const [h, w] = [(kh - 1) * dh + 1 + random.int(7), (kw - 1) * dw + 1 + random.int(7)];
  const channels = () => (random.int(3) === 0 ? 1 + random.int(4) : 1 + random.int(40));
  const [ci, co] = [channels(), channels()];
  const pad = () => random.int(3);
  return convGeometry(
    [1 + random.int(3), h, w, ci],
    [kh, kw, ci, co],
    [1 + random.int(3), 1 + random.int(3)],
    [pad(), pad(), pad(), pad()],
    [dh, dw],
  );
}

/** The three convolution kernels of one geometry. */
function convolutions(
  module: SimdModule,
  g: ConvGeometry,
  data: readonly Float32Array[],
  activation: FusedActivation,
) {
  const [x, filter, dy] = data;
  const sizes = [dy?.length ?? 0, x?.length ?? 0, filter?.length ?? 0];
  return run(
    module,
    data,
    sizes,
    ([xAt = 0, filterAt = 0, dyAt = 0, bias = 0], [y = 0, dx = 0, dFilter = 0]) => {
      const fused = { activation, alpha: 0.1 };
      conv2dForward(module, g, { x: xAt, filter: filterAt, bias, out: y, activation: fused });
      conv2dGradInput(module, g, { dy: dyAt, filter: filterAt, dx });
      conv2dGradFilter(module, g, { x: xAt, dy: dyAt, dFilter });
    },
  );
}

describe.each(['on', 'off'] as const)('random shapes, relaxed SIMD %s', (relaxed) => {
  it('give the same bits on 1 to 8 threads', async () => {
    const random = createRandom(7, relaxed === 'on' ? 1 : 0);
    const single = await loadTestModule({ relaxed });
    const many = await Promise.all([2, 3, 4, 8].map((threads) => loadTestModule({ relaxed, threads })));
    modules.push(single, ...many);
    for (let i = 0; i < SHAPES / 2; i++) {
      const other = many[i % many.length] ?? single;
      const kind = random.int(4);
      let results: Float32Array[][];
      let shape: object;
      if (kind < 2) {
        const g = randomGeometry(random);
        const activation = ACTIVATIONS[random.int(ACTIVATIONS.length)] ?? 'linear';
        const sizes = [g.n * g.h * g.w * g.ci, g.kh * g.kw * g.ci * g.co, g.n * g.outH * g.outW * g.co, g.co];
        const data = sizes.map((size) => values(random, size));
        results = [single, other].map((module) => convolutions(module, g, data, activation));
        shape = { ...g, activation };
        const [x, filter, dy] = data;
        if (i < CHECKED && x && filter && dy) {
          const expected = [referenceGradInput(g, dy, filter), referenceGradFilter(g, x, dy)];
          expected.forEach((e, k) =>
            expect(relativeError(results[1]?.[k + 1] ?? [], e), JSON.stringify(shape)).toBeLessThan(1e-5),
          );
          if (activation === 'linear') {
            const y = referenceConv(g, x, filter).map((v, k) => v + (data[3]?.[k % g.co] ?? 0));
            expect(relativeError(results[1]?.[0] ?? [], y), JSON.stringify(shape)).toBeLessThan(1e-5);
          }
        }
      } else if (kind === 2) {
        const channels = () => 1 + random.int(30);
        const few = random.int(3) === 0;
        const g = {
          n: 1 + random.int(few ? 12 : 3),
          h: 1 + random.int(few ? 20 : 6),
          w: 1 + random.int(6),
          ci: channels(),
          co: few ? 1 + random.int(2) : channels(),
        };
        const [low, wide, weights] = [g.n * g.h * g.w * g.ci, 4 * g.n * g.h * g.w * g.co, 9 * g.ci * g.co];
        const data = [low, weights, wide].map((size) => values(random, size));
        results = [single, other].map((module) =>
          run(
            module,
            data,
            [wide, low, weights],
            ([x = 0, filter = 0, dy = 0], [out = 0, dx = 0, dFilter = 0]) => {
              upsampleConvForward(module, g, {
                x,
                filter,
                bias: 0,
                out,
                activation: { activation: 'relu', alpha: 0 },
              });
              upsampleConvGradInput(module, g, { dy, filter, dx });
              upsampleConvGradFilter(module, g, { x, dy, dFilter });
            },
          ),
        );
        shape = g;
      } else {
        const [m, k, n] = [1 + random.int(70), 1 + random.int(90), 1 + random.int(70)];
        const [transposeA, transposeB] = [random.int(2) === 1, random.int(2) === 1];
        const data = [m * k, k * n].map((size) => values(random, size));
        shape = { m, k, n, transposeA, transposeB };
        results = [single, other].map((module) =>
          run(module, data, [m * n], ([a = 0, b = 0], [out = 0]) => {
            const activation = { activation: 'linear', alpha: 0 } as const;
            matMul(module, { m, k, n, transposeA, transposeB, bias: 0, activation }, [{ a, b, out }]);
          }),
        );
      }
      const [expected = [], actual = []] = results;
      const equal = expected.every((one, k) =>
        Buffer.from(one.buffer).equals(Buffer.from(actual[k]?.buffer ?? new ArrayBuffer(0))),
      );
      expect(equal, `${other.threads} threads, ${JSON.stringify(shape)}`).toBe(true);
    }
    expect(single.heap.used).toBeGreaterThan(0);
  });
});
