// Kernels that exist to test the machinery: the pool, its failure paths, and the arithmetic ceiling.
import { DONE } from './layout';
import { awaitDone, currentThread, parallelFor } from './pool';
import { madd } from './simd';

function countTask(index: i32, args: usize): void {
  const slot = args + ((<usize>index) << 2);
  store<i32>(slot, load<i32>(slot) + index + 1);
}

/** Adds i + 1 to the i-th of `count` ints at `out`: every task must run exactly once. */
export function poolCount(out: usize, count: i32): void {
  parallelFor(countTask, out, count);
}

function trapTask(index: i32, args: usize): void {
  if (index == <i32>args) unreachable();
  for (let i = 0; i < 100000; i++) store<i32>(60000, i);
}

/** Traps in task `at` of `count`, on whichever thread takes it. */
export function poolTrap(at: i32, count: i32): void {
  parallelFor(trapTask, at, count);
}

const HELPER_CAME: usize = 60004;
/** Some seconds: a helper that does not come at all ends the wait, not the test run. */
const PATIENCE: i32 = 1 << 30;

function trapHelperTask(_index: i32, _args: usize): void {
  if (ASC_FEATURE_THREADS) {
    if (currentThread() != 0) {
      atomic.store<i32>(HELPER_CAME, 1);
      unreachable();
    }
    for (let i = 0; i < PATIENCE && !atomic.load<i32>(HELPER_CAME); i++) {}
  }
}

/** Traps in the first helper that takes a task; the owner holds its own until one came. */
export function poolTrapHelper(): void {
  if (ASC_FEATURE_THREADS) atomic.store<i32>(HELPER_CAME, 0);
  parallelFor(trapHelperTask, 0, 8);
}

function ceilingTask(index: i32, args: usize): void {
  const rounds = load<i32>(args);
  const a = v128.load(args, 16);
  const b = v128.load(args, 32);
  let c0 = a,
    c1 = b,
    c2 = a,
    c3 = b,
    c4 = a,
    c5 = b,
    c6 = a,
    c7 = b,
    c8 = a,
    c9 = b,
    c10 = a,
    c11 = b;
  for (let i = 0; i < rounds; i++) {
    c0 = madd(a, b, c0);
    c1 = madd(a, b, c1);
    c2 = madd(a, b, c2);
    c3 = madd(a, b, c3);
    c4 = madd(a, b, c4);
    c5 = madd(a, b, c5);
    c6 = madd(a, b, c6);
    c7 = madd(a, b, c7);
    c8 = madd(a, b, c8);
    c9 = madd(a, b, c9);
    c10 = madd(a, b, c10);
    c11 = madd(a, b, c11);
  }
  c0 = f32x4.add(
    f32x4.add(f32x4.add(c0, c1), f32x4.add(c2, c3)),
    f32x4.add(f32x4.add(c4, c5), f32x4.add(c6, c7)),
  );
  c0 = f32x4.add(c0, f32x4.add(f32x4.add(c8, c9), f32x4.add(c10, c11)));
  v128.store(args + 64 + ((<usize>index) << 4), c0);
}

/**
 * Register-only multiply-adds, the arithmetic ceiling: `tasks` x `rounds` x 96 operations.
 * @param args address of 64 + 16 * tasks bytes
 */
export function arithmeticCeiling(args: usize, rounds: i32, tasks: i32): void {
  store<i32>(args, rounds);
  v128.store(args, f32x4.splat(1e-9), 16);
  v128.store(args, f32x4.splat(0.5), 32);
  parallelFor(ceilingTask, args, tasks);
}

/** Waits for more tasks than were ever handed out, as when a helper vanishes with one. */
export function poolLose(count: i32): void {
  if (ASC_FEATURE_THREADS) {
    atomic.store<i32>(DONE, count - 1);
    awaitDone(count);
  }
}
