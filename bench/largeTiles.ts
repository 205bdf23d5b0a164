// `npx tsx bench/largeTiles.ts [--rounds 7]`: convolutions by minimal filtering with 36 products a tile (4 x 4 outputs of 3 x 3 taps,
// 3 x 3 of 4 x 4) beside tiles of 2 x 2, on one thread: the least time of the processor, in turns, and the largest error against double precision as a share of the largest
// value. Random numbers of the normal distribution.
import { parseArgs } from 'node:util';
import { normalArray } from '../src/core/random';
import { conv2dForward } from '../src/engine/simd/conv/conv2d';
import { conv2dGradFilter } from '../src/engine/simd/conv/filterGradient';
import { convGeometry, forwardTaps, type ConvGeometry } from '../src/engine/simd/conv/geometry';
import { runMinimalJobs } from '../src/engine/simd/conv/minimal';
import { minimalGradFilter } from '../src/engine/simd/conv/minimalFilter';
import { referenceConv, referenceGradFilter, relativeError } from '../src/testing/convReference';
import { loadTestModule } from '../src/testing/simdModule';
import { figure, renderTable, times } from './table';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const TIMED: readonly (readonly [n: number, side: number, ci: number, co: number, taps?: number])[] = [
  [8, 64, 16, 16],
  [4, 64, 32, 32],
  [4, 32, 64, 64],
  [1, 256, 64, 64],
  [1, 128, 128, 128],
  [1, 64, 256, 256],
  [1, 32, 512, 512],
  [16, 16, 32, 64, 4],
  [16, 16, 64, 32, 4],
];
const ROUNDED: typeof TIMED = [
  [1, 32, 16, 16],
  [1, 32, 64, 64],
  [1, 24, 256, 256],
  [1, 32, 64, 64, 4],
];

const module = await loadTestModule({ threads: 1 });
const LINEAR = { activation: 'linear', alpha: 0 } as const;

interface Given {
  readonly g: ConvGeometry;
  readonly x: Float32Array;
  readonly filter: Float32Array;
  readonly dy: Float32Array;
}

function givenFor([n, side, ci, co, taps = 3]: (typeof TIMED)[number]): Given {
  const g = convGeometry([n, side, side, ci], [taps, taps, ci, co], [1, 1], [1, taps - 2, 1, taps - 2]);
  const [x, filter, dy] = [n * side * side * ci, taps * taps * ci * co, n * side * side * co].map(
    (count, i) => normalArray(count, i + 1),
  );
  return { g, x, filter, dy };
}

/** The four ways; each leaves its result at `y` or at `dFilter`. */
const waysOf = (g: ConvGeometry, at: Readonly<Record<'x' | 'filter' | 'dy' | 'y' | 'dFilter', number>>) => ({
  forward: () =>
    conv2dForward(module, g, { x: at.x, filter: at.filter, bias: 0, out: at.y, activation: LINEAR }),
  forwardSmall: () =>
    runMinimalJobs(module, [
      {
        ...{ input: at.x, n: g.n, h: g.h, w: g.w, c: g.ci, gridH: g.outH, gridW: g.outW },
        ...{
          strideH: 1,
          strideW: 1,
          tapsOf: forwardTaps(g),
          out: at.y,
          outH: g.outH,
          outW: g.outW,
          outC: g.co,
        },
        ...{
          outStepH: 1,
          outStepW: 1,
          outStartH: 0,
          outStartW: 0,
          filter: at.filter,
          tapStride: g.ci * g.co,
        },
        ...{ innerStride: g.co, outerStride: 1, bias: 0, activation: 0, alpha: 0 },
      },
    ]),
  filter: () => conv2dGradFilter(module, g, { x: at.x, dy: at.dy, dFilter: at.dFilter }),
  filterSmall: () => minimalGradFilter(module, g, { x: at.x, dy: at.dy, dFilter: at.dFilter }),
});
type Way = keyof ReturnType<typeof waysOf>;
const WAYS: readonly Way[] = ['forward', 'forwardSmall', 'filter', 'filterSmall'];

/** Runs `use` with the numbers in the memory. */
function placed<T>({ g, x, filter, dy }: Given, use: (ways: ReturnType<typeof waysOf>, read: Read) => T): T {
  const put = (numbers: Float32Array): number => {
    const pointer = module.heap.malloc(numbers.length * 4);
    module.heap.f32(pointer, numbers.length).set(numbers);
    return pointer;
  };
  const at = { x: put(x), filter: put(filter), dy: put(dy), y: put(dy), dFilter: put(filter) };
  const result = use(waysOf(g, at), (way) =>
    way.startsWith('forward') ? module.heap.f32(at.y, dy.length) : module.heap.f32(at.dFilter, filter.length),
  );
  for (const pointer of Object.values(at)) module.heap.free(pointer);
  return result;
}
type Read = (way: Way) => Float32Array;

function leastMs(given: Given): readonly number[] {
  return placed(given, (ways) => {
    const least = WAYS.map(() => Infinity);
    for (let round = 0; round < Number(values.rounds); round++)
      WAYS.forEach((way, i) => {
        const before = process.cpuUsage();
        ways[way]();
        const { user, system } = process.cpuUsage(before);
        least[i] = Math.min(least[i], (user + system) / 1000);
      });
    return least;
  });
}

const errors = (given: Given): readonly number[] => {
  const { g, x, filter, dy } = given;
  const [forward, gradient] = [referenceConv(g, x, filter), referenceGradFilter(g, x, dy)];
  return placed(given, (ways, read) =>
    WAYS.map((way) => {
      ways[way]();
      return relativeError(read(way), way.startsWith('forward') ? forward : gradient);
    }),
  );
};

const columns = ['36 products', '2 x 2', 'share'];
const name = ([n, side, ci, co, taps = 3]: (typeof TIMED)[number]): string =>
  `${n} of ${side} pixels, ${ci} to ${co}, ${taps} x ${taps}`;
const twoTables = (title: string, rows: typeof TIMED, of: (given: Given) => readonly number[]): string =>
  renderTable({
    title,
    columns: ['maps', ...columns.map((c) => `forward ${c}`), ...columns.map((c) => `filter ${c}`)],
    rows: rows.map((row) => {
      const [forward, forwardSmall, filter, filterSmall] = of(givenFor(row));
      return [
        ...[name(row), figure(forward), figure(forwardSmall), times(forward / forwardSmall)],
        ...[figure(filter), figure(filterSmall), times(filter / filterSmall)],
      ];
    }),
  });
console.log(twoTables('Milliseconds of the processor, one thread', TIMED, leastMs));
console.log(
  twoTables('Largest error, millionths of the largest value', ROUNDED, (given) =>
    errors(given).map((error) => error * 1e6),
  ),
);
module.dispose();
