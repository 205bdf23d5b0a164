// Matrix products C[m, n] = sum over k of A[m, k] B[k, n] whose operands are WGSL expressions: every convolution, its
// gradients and the dense layer are one of them. Large ones go in tiles through workgroup memory; where a side is so
// short that tiles would be empty, a few lanes share one element of the result each.
import { mayHalve } from '../halfProducts';
import { sumLanes } from './laneSums';
import { f32, FLAT_GROUP, flatWorkgroups, type GpuProgram } from './program';

/** Operands as WGSL; `phase` is which of several products of one dispatch (0 when there is one). */
export interface ProductText {
  /** Constants and functions that the others use. */
  readonly declarations: string;
  /** Expressions of `phase`: how many rows and how deep this phase is; at most `rows` and `depth` below. */
  readonly rowsOf?: string;
  readonly depthOf?: string;
  /** Statements that return A[m, k], B[k, n]; m, n and k are in range. */
  readonly a: string;
  readonly b: string;
  /** Statements that store `value` as C[m, n]. */
  readonly store: string;
}

export interface Product {
  readonly key: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly phases?: number;
  /** The index along which neighbouring elements of the operand lie beside each other in memory. */
  readonly aRuns: 'k' | 'm';
  readonly bRuns: 'k' | 'n';
  text(): ProductText;
}

interface Tile {
  readonly rows: number;
  readonly columns: number;
}

/** Depth that one round through workgroup memory covers. */
const DEPTH = 16;
/** Side of the square of results that one thread computes. */
const SIDE = 4;
/** Below this many workgroups, smaller tiles keep more of the device busy. */
const ENOUGH_GROUPS = 96;
const LANES = 256;
/** The largest 16-bit float: what is larger would be infinite. */
const MOST_HALF = 65504;

const tilesOf = ({ rows, columns, phases = 1 }: Product, tile: Tile): number =>
  Math.ceil(rows / tile.rows) * Math.ceil(columns / tile.columns) * phases;

/** The tile for a product, or null where a short side makes single elements the better unit. */
export function chooseTile(product: Product): Tile | null {
  const { rows, columns, depth } = product;
  if (columns <= 4 || rows <= 16 || depth <= 4) return null;
  if (columns <= 16) return { rows: 128, columns: 16 };
  if (columns <= 32) return tilesOf(product, { rows: 128, columns: 32 }) < ENOUGH_GROUPS ? small : wide;
  return tilesOf(product, large) < ENOUGH_GROUPS ? small : large;
}
const small: Tile = { rows: 32, columns: 32 };
const wide: Tile = { rows: 128, columns: 32 };
const large: Tile = { rows: 64, columns: 64 };

function shared({ declarations, a, b, store, rowsOf, depthOf }: ProductText, product: Product): string {
  return `
${declarations}
const COLUMNS = ${product.columns}u;
fn rowsOf(phase: u32) -> u32 { return ${rowsOf ?? `${product.rows}u`}; }
fn depthOf(phase: u32) -> u32 { return ${depthOf ?? `${product.depth}u`}; }
fn loadA(phase: u32, m: u32, k: u32) -> f32 {${a}}
fn loadB(phase: u32, k: u32, n: u32) -> f32 {${b}}
fn store(phase: u32, m: u32, n: u32, value: f32) {${store}}`;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** How factors lie in workgroup memory: single floats, or four neighbours of 16 bits in one element, read and written at once. */
interface Packing {
  readonly element: 'f32' | 'vec4h';
  readonly count: 1 | 4;
}
const SINGLE: Packing = { element: 'f32', count: 1 };
const HALVES: Packing = { element: 'vec4h', count: 4 };

/** Elements of a tile's row; one more than are used avoids bank conflicts. */
const pitch = (side: number, { count }: Packing): number => side / count + 1;

/** Statements that bring one operand's part of a round into workgroup memory. */
function loadText(
  operand: 'A' | 'B',
  side: number,
  threads: number,
  runs: boolean,
  packing: Packing,
): string {
  const [outer, limit] = operand === 'A' ? ['m', 'rows'] : ['n', 'COLUMNS'];
  const call = operand === 'A' ? 'loadA(phase, m, k)' : 'loadB(phase, k, n)';
  const elements = side / packing.count;
  const split = runs
    ? `let kk = e % ${DEPTH}u; let s = e / ${DEPTH}u;`
    : `let s = e % ${elements}u; let kk = e / ${elements}u;`;
  const place = `tile${operand}[kk * ${pitch(side, packing)}u + s]`;
  const one = (value: string, s: string): string => `
      {
        let ${outer} = ${outer}0 + ${s};
        if (${outer} < ${limit} && k < depth) { ${value} = ${call}; }
      }`;
  const statements =
    packing.count === 1
      ? `var value = 0f; ${one('value', 's')}
      ${place} = value;`
      : `var value = vec4f(0f); ${range(packing.count)
          .map((i) => one(`value[${i}]`, `4u * s + ${i}u`))
          .join('')}
      ${place} = vec4h(clamp(value, vec4f(${f32(-MOST_HALF)}), vec4f(${f32(MOST_HALF)})));`;
  return `
    for (var e = lane; e < ${elements * DEPTH}u; e += ${threads}u) {
      ${split}
      let k = k0 + kk;
      ${statements}
    }`;
}

/** The `SIDE` factors of a thread, as `name`0 and so on, and where each belongs in the tile. */
function factors(
  name: 'a' | 'b',
  at: string,
  across: number,
  side: number,
  packing: Packing,
): { readonly read: string; readonly place: (i: number) => string } {
  const tile = `tile${name.toUpperCase()}`;
  const row = `kk * ${pitch(side, packing)}u + ${at}`;
  if (packing.count === 1) {
    const place = (i: number): string => `${at} + ${i * across}u`;
    const read = range(SIDE).map((i) => `let ${name}${i} = ${tile}[${row} + ${i * across}u];`);
    return { read: read.join('\n      '), place };
  }
  const parts = range(SIDE).map((i) => `let ${name}${i} = ${name}.${'xyzw'[i]};`);
  return {
    read: `let ${name} = vec4f(${tile}[${row}]); ${parts.join(' ')}`,
    place: (i) => `4u * ${at} + ${i}u`,
  };
}

function tiledProgram(product: Product, tile: Tile): GpuProgram {
  const [acrossX, acrossY] = [tile.columns / SIDE, tile.rows / SIDE];
  const threads = acrossX * acrossY;
  const columnTiles = Math.ceil(product.columns / tile.columns);
  const tiles = Math.ceil(product.rows / tile.rows) * columnTiles;
  return {
    key: `${product.key}|tile${tile.rows}x${tile.columns}`,
    reads: product.reads,
    writes: product.writes,
    threads,
    workgroups: [...flatWorkgroups(tiles), product.phases ?? 1],
    mayHalve: mayHalve(),
    text({ halves }) {
      const packing = halves ? HALVES : SINGLE;
      const a = factors('a', 'y', acrossY, tile.rows, packing);
      const b = factors('b', 'x', acrossX, tile.columns, packing);
      const cells = range(SIDE).flatMap((i) => range(SIDE).map((j) => [i, j] as const));
      return {
        declarations: `${shared(product.text(), product)}
var<workgroup> tileA: array<${packing.element}, ${DEPTH * pitch(tile.rows, packing)}>;
var<workgroup> tileB: array<${packing.element}, ${DEPTH * pitch(tile.columns, packing)}>;`,
        main: `
  let phase = group.z;
  let rows = rowsOf(phase);
  let depth = depthOf(phase);
  let index = ${FLAT_GROUP};
  let m0 = index / ${columnTiles}u * ${tile.rows}u;
  let n0 = index % ${columnTiles}u * ${tile.columns}u;
  if (m0 >= rows) { return; }
  let x = lane % ${acrossX}u;
  let y = lane / ${acrossX}u;
  ${cells.map(([i, j]) => `var c${i}${j} = 0f;`).join(' ')}
  for (var k0 = 0u; k0 < depth; k0 += ${DEPTH}u) {
    ${loadText('A', tile.rows, threads, product.aRuns === 'k', packing)}
    ${loadText('B', tile.columns, threads, product.bRuns === 'k', packing)}
    workgroupBarrier();
    for (var kk = 0u; kk < ${DEPTH}u; kk++) {
      ${a.read}
      ${b.read}
      ${cells.map(([i, j]) => `c${i}${j} = fma(a${i}, b${j}, c${i}${j});`).join('\n      ')}
    }
    workgroupBarrier();
  }
  ${cells
    .map(([i, j]) => {
      const [m, n] = [`m0 + ${a.place(i)}`, `n0 + ${b.place(j)}`];
      return `if (${m} < rows && ${n} < COLUMNS) { store(phase, ${m}, ${n}, c${i}${j}); }`;
    })
    .join('\n  ')}`,
      };
    },
  };
}

/** Lanes that share one element: enough for long sums, none wasted on short ones. */
function lanesPerElement({ rows, columns, depth, phases = 1 }: Product): number {
  const most = rows * columns * phases < 4096 ? LANES : 16;
  let lanes = 1;
  while (lanes < most && lanes * 8 <= depth) lanes *= 2;
  return lanes;
}

function elementProgram(product: Product): GpuProgram {
  const lanes = lanesPerElement(product);
  const perGroup = LANES / lanes;
  const split =
    product.aRuns === 'k'
      ? `let part = lane % ${lanes}u; let slot = lane / ${lanes}u;`
      : `let slot = lane % ${perGroup}u; let part = lane / ${perGroup}u;`;
  const over = product.aRuns === 'k' ? ([1, lanes] as const) : ([perGroup, LANES] as const);
  return {
    key: `${product.key}|element`,
    reads: product.reads,
    writes: product.writes,
    threads: LANES,
    workgroups: [
      ...flatWorkgroups(Math.ceil((product.rows * product.columns) / perGroup)),
      product.phases ?? 1,
    ],
    text(variant) {
      return {
        declarations: `${shared(product.text(), product)}
var<workgroup> partial: array<f32, ${LANES}>;`,
        main: `
  let phase = group.z;
  ${split}
  let element = ${FLAT_GROUP} * ${perGroup}u + slot;
  let ${product.aRuns === 'k' ? 'm = element / COLUMNS; let n = element % COLUMNS' : `m = element % rowsOf(phase); let n = element / rowsOf(phase)`};
  let inside = m < rowsOf(phase) && n < COLUMNS;
  let depth = select(0u, depthOf(phase), inside);
  var sum = 0f;
  for (var k = part; k < depth; k += ${lanes}u) { sum = fma(loadA(phase, m, k), loadB(phase, k, n), sum); }
  ${sumLanes({ name: 'sum', memory: 'partial', over, to: 'first' }, variant)}
  if (part == 0u && inside) { store(phase, m, n, sum); }`,
      };
    },
  };
}

/** The program that computes a product. */
export function productProgram(product: Product): GpuProgram {
  const tile = chooseTile(product);
  return tile ? tiledProgram(product, tile) : elementProgram(product);
}
