// Sums over the rows of [rows, channels], in one dispatch: a workgroup takes four neighbouring channels and all rows, so
// no partial sums need a second one. Four rows per thread are in flight to hide the memory's latency.
import { sumLanes } from './laneSums';
import type { GpuProgram } from './program';

const THREADS = 256;
const CHANNELS = 4;
const ROWS = THREADS / CHANNELS;
const UNROLLED = 4;

export interface ColumnSums {
  readonly key: string;
  readonly rows: number;
  readonly channels: number;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly numbers?: GpuProgram['numbers'];
  readonly declarations: string;
  /** Statements that define what `add` needs, from channel `c`. */
  readonly before: string;
  /** Statements that add element `i` of channel `c` to `sums`, a vec2f. */
  readonly add: string;
  /** Statements that take `sums` of channel `c` over all rows; run once per channel. */
  readonly finish: string;
}

export const columnSumsProgram = (of: ColumnSums): GpuProgram => ({
  key: `${of.key}|${of.rows},${of.channels}`,
  reads: of.reads,
  writes: of.writes,
  numbers: of.numbers,
  threads: THREADS,
  workgroups: [Math.ceil(of.channels / CHANNELS), 1, 1],
  text: (variant) => ({
    declarations: `
const C = ${of.channels}u;
const ROWS = ${of.rows}u;
${of.declarations}
var<workgroup> totals: array<vec2f, ${THREADS}>;`,
    main: `
  let c = group.x * ${CHANNELS}u + lane % ${CHANNELS}u;
  let first = lane / ${CHANNELS}u;
  var sums = vec2f(0f);
  if (c < C) {
    ${of.before}
    var row = first;
    for (; row + ${(UNROLLED - 1) * ROWS}u < ROWS; row += ${UNROLLED * ROWS}u) {
      ${Array.from({ length: UNROLLED }, (_, u) => `{ let i = (row + ${u * ROWS}u) * C + c; ${of.add} }`).join('\n      ')}
    }
    for (; row < ROWS; row += ${ROWS}u) { let i = row * C + c; ${of.add} }
  }
  ${sumLanes({ name: 'sums', memory: 'totals', over: [CHANNELS, THREADS], to: 'first' }, variant)}
  if (lane < ${CHANNELS}u && c < C) {
    ${of.before}
    ${of.finish}
  }`,
  }),
});
