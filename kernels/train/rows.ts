// How kernels over [rows, channels] are cut into tasks: by shape alone, so that every number of threads gives the
// same bits.

// @ts-ignore: decorator
@inline const ELEMENTS: i32 = 16384;
/** Most tasks of one kernel: bounds the partial sums. */
export const MOST_TASKS: i32 = 64;

/** Rows that one task takes. */
export function rowsPerTask(rows: i32, channels: i32): i32 {
  const tasks = min(MOST_TASKS, max(1, <i32>((<i64>rows * <i64>channels + ELEMENTS - 1) / ELEMENTS)));
  return max(1, (rows + tasks - 1) / tasks);
}

/** Tasks for all rows. */
export function rowTasks(rows: i32, channels: i32): i32 {
  const per = rowsPerTask(rows, channels);
  return (rows + per - 1) / per;
}
