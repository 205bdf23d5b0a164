// Time as processor time: what other programs, or other files of tests, take from a busy machine does not count. For tests
// about how much work something is; how long it takes on the clock is for the benchmarks.
import { existsSync, readFileSync } from 'node:fs';

/** Nanoseconds on a processor, first of three numbers. Source: Documentation/scheduler/sched-stats of Linux. */
const THREAD = '/proc/thread-self/schedstat';
const knowsThreads = existsSync(THREAD);

/** Milliseconds of processor time that the first thread of a process has had. @throws where there is no Linux, or no process */
export const processorMsOf = (pid: number): number =>
  Number.parseInt(readFileSync(`/proc/${pid}/schedstat`, 'utf8')) / 1e6;

/** Milliseconds of processor time that this thread has had; where only the whole process is counted, that one. Node only. */
export function processorMs(): number {
  if (knowsThreads) return Number.parseInt(readFileSync(THREAD, 'utf8')) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
