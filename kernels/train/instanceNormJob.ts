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

/** Sums [channels] in float32 and totals [channels] in double precision become 0. */
// @ts-ignore: decorator
@inline
export function clearSums(sums: usize, totals: usize, channels: i32): void {
  memory.fill(sums, 0, <usize>channels << 2);
  memory.fill(totals, 0, <usize>channels << 3);
}

/** sums[c] += x[c] */
// @ts-ignore: decorator
@inline
export function addSum(x: usize, sums: usize, channels: i32): void {
  const end = <usize>channels << 2;
  let k: usize = 0;
  for (; k + 16 <= end; k += 16) v128.store(sums + k, f32x4.add(v128.load(sums + k), v128.load(x + k)));
  for (; k < end; k += 4) store<f32>(sums + k, load<f32>(sums + k) + load<f32>(x + k));
}

/** A run is over: its sums go to the totals and begin anew. */
export function addRun(sums: usize, totals: usize, channels: i32): void {
  for (let c = 0; c < channels; c++) {
    const total = totals + (<usize>c << 3);
    store<f64>(total, load<f64>(total) + <f64>load<f32>(at(sums, c)));
    store<f32>(at(sums, c), 0);
  }
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
