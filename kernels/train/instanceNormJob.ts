// What the tasks of instance normalization read, and its sums over rows: in float32 over runs of rows, the runs added in
// double precision, as stock reductions (stock/reduce.ts) have them.

// Context block: addresses and numbers that the tasks read.
// @ts-ignore: decorator
@inline export const X: usize = 0;
// @ts-ignore: decorator
@inline export const Y: usize = 4;
// @ts-ignore: decorator
@inline export const GAMMA: usize = 8;
// @ts-ignore: decorator
@inline export const BETA: usize = 12;
// @ts-ignore: decorator
@inline export const MEAN: usize = 16;
// @ts-ignore: decorator
@inline export const DEVIATION: usize = 20;
// @ts-ignore: decorator
@inline export const SCRATCH: usize = 24;
// @ts-ignore: decorator
@inline export const ROWS: usize = 28;
// @ts-ignore: decorator
@inline export const CHANNELS: usize = 32;
// @ts-ignore: decorator
@inline export const EPSILON: usize = 36;
/** 0 no activation, 1 relu, 2 a slope for negative values. */
// @ts-ignore: decorator
@inline export const ACTIVATED: usize = 40;
// @ts-ignore: decorator
@inline export const SLOPE: usize = 44;
// @ts-ignore: decorator
@inline export const DY: usize = 48;
// @ts-ignore: decorator
@inline export const ALL_ROWS: usize = 52;
// @ts-ignore: decorator
@inline export const PARTIAL: usize = 56;

/** Rows of one float32 sum. */
// @ts-ignore: decorator
@inline export const RUN: i32 = 128;

// @ts-ignore: decorator
@inline
export function at(base: usize, element: i32): usize {
  return base + (<usize>element << 2);
}

/** Bytes of sums and totals of one example. */
// @ts-ignore: decorator
@inline
export function workOf(channels: i32): usize {
  return <usize>channels * 12;
}

/** Four sums of a run are added to the totals of their channels. */
// @ts-ignore: decorator
@inline
export function addRun(totals: usize, sums: v128): void {
  v128.store(totals, f64x2.add(v128.load(totals), f64x2.promote_low_f32x4(sums)));
  const high = v128.shuffle<i32>(sums, sums, 2, 3, 2, 3);
  v128.store(totals, f64x2.add(v128.load(totals, 16), f64x2.promote_low_f32x4(high)), 16);
}

/** The same for one channel. */
// @ts-ignore: decorator
@inline
export function addOne(total: usize, value: f32): void {
  store<f64>(total, load<f64>(total) + <f64>value);
}

/** The total of a channel. */
// @ts-ignore: decorator
@inline
export function sum(totals: usize, channel: i32): f32 {
  return <f32>load<f64>(totals + (<usize>channel << 3));
}

/** The same over the number of rows. */
// @ts-ignore: decorator
@inline
export function mean(totals: usize, channel: i32, rows: i32): f32 {
  return <f32>(load<f64>(totals + (<usize>channel << 3)) * (1.0 / <f64>rows));
}
