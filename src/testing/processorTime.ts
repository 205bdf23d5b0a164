// Time as this process's processor time: what other programs take from a busy machine does not count. For tests about how
// much work something is; how long it takes on the clock is for the benchmarks.

/** Milliseconds of processor time that this process has had, all threads together. Under Node only. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
