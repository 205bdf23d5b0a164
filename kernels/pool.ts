// The thread pool: one owner runs kernels and splits them into tasks, helpers take tasks by a
// 64-bit compare-and-swap ticket, spin for a while and then sleep. Not a scheduler: one job at a time,
// no nesting. A helper that dies is noticed (LOST), never waited for forever.
import {
  DONE, JOB_ARGS, JOB_BASE, JOB_FUNCTION, LOST, OWNER_WAITING, QUIT, THREADS, TICKET, TIMEOUT_MS, WAKE,
} from './layout';

/** One task of a job: its index and the job's argument. */
export type Task = (index: i32, args: usize) => void;

const WAVE: i32 = 65535;
const HELPER_SPINS: i32 = 20000;
/** Looks at the last tasks of a kernel before the owner falls asleep: who sleeps through their end is woken late. */
const OWNER_SPINS: i32 = 200000;
/** Which thread this instance is, 0 for the owner. Per instance on purpose. */
let threadIndex: i32 = 0;

/** Called once per instance by the host. */
export function setThreadIndex(index: i32): void {
  threadIndex = index;
}

/** Index of the calling thread, to pick its scratch: 0 .. threads - 1. */
// @ts-ignore: decorator
@inline
export function currentThread(): i32 {
  return threadIndex;
}

/** Threads that take part, the owner included. Never let a floating-point result depend on it. */
export function threadCount(): i32 {
  return load<i32>(THREADS);
}

/** Whether this thread takes no part: the owner has none but the first `threadCount()` work. */
function rests(): bool {
  return threadIndex >= atomic.load<i32>(THREADS);
}

/** Takes and runs one task; false when none is left, or when this thread rests. */
function tryOne(): bool {
  if (ASC_FEATURE_THREADS) {
    const ticket = atomic.load<i64>(TICKET);
    // Asked after the ticket was read: the owner changes it between jobs, so who was told too late holds an old ticket.
    if (rests()) return false;
    const next = <i32>(ticket & 0xffff);
    const count = <i32>((ticket >> 16) & 0xffff);
    if (next >= count) return false;
    // Read before the swap: while it succeeds, this job cannot have ended.
    const fn = load<u32>(JOB_FUNCTION);
    const args = load<usize>(JOB_ARGS);
    const base = load<i32>(JOB_BASE);
    if (atomic.cmpxchg<i64>(TICKET, ticket, ticket + 1) == ticket) {
      call_indirect<void>(fn, base + next, args);
      const done = atomic.add<i32>(DONE, 1) + 1;
      if (done == count && atomic.load<i32>(OWNER_WAITING)) atomic.notify(DONE, 1);
    }
    return true;
  }
  return false;
}

/** The life of a helper thread: returns when the host sets QUIT and wakes it. */
export function helperLoop(): void {
  if (ASC_FEATURE_THREADS) {
    let spins = 0;
    while (true) {
      if (tryOne()) {
        spins = 0;
        continue;
      }
      if (atomic.load<i32>(QUIT)) return;
      const resting = rests();
      if (!resting && ++spins < HELPER_SPINS) continue;
      spins = 0;
      const seen = atomic.load<i32>(WAKE);
      const ticket = atomic.load<i64>(TICKET);
      if (!resting && <i32>(ticket & 0xffff) < <i32>((ticket >> 16) & 0xffff)) continue;
      if (atomic.load<i32>(QUIT)) return;
      atomic.wait<i32>(WAKE, seen, -1);
    }
  }
}

/** Waits until `count` tasks are done; sets LOST when a helper died or nothing moves any more. */
export function awaitDone(count: i32): void {
  if (ASC_FEATURE_THREADS) {
    for (let i = 0; i < OWNER_SPINS; i++) if (atomic.load<i32>(DONE) >= count) return;
    atomic.store<i32>(OWNER_WAITING, 1);
    const timeout = <i64>load<i32>(TIMEOUT_MS) * 1000000;
    while (!atomic.load<i32>(LOST)) {
      const seen = atomic.load<i32>(DONE);
      if (seen >= count) break;
      const timedOut = <i32>atomic.wait<i32>(DONE, seen, timeout) == 2;
      if (timedOut && atomic.load<i32>(DONE) == seen) atomic.store<i32>(LOST, 1);
    }
    atomic.store<i32>(OWNER_WAITING, 0);
  }
}

/**
 * Runs `task(0..count-1, args)` on all threads and returns when every task is done.
 * Tasks must be independent of each other and of who runs them.
 */
export function parallelFor(task: Task, args: usize, count: i32): void {
  if (ASC_FEATURE_THREADS) {
    if (count > 1 && load<i32>(THREADS) > 1 && !load<i32>(LOST)) {
      store<u32>(JOB_FUNCTION, task.index);
      store<usize>(JOB_ARGS, args);
      for (let base = 0; base < count && !load<i32>(LOST); base += WAVE) {
        const wave = min(WAVE, count - base);
        store<i32>(JOB_BASE, base);
        atomic.store<i32>(DONE, 0);
        const generation = <i64>(atomic.add<i32>(WAKE, 1) + 1);
        atomic.store<i64>(TICKET, (generation << 32) | (<i64>wave << 16));
        atomic.notify(WAKE, -1);
        while (tryOne()) {}
        awaitDone(wave);
      }
      return;
    }
  }
  for (let i = 0; i < count; i++) task(i, args);
}
