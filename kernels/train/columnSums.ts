// Sums over the rows of [rows, channels]: bias gradients, and the first and second moments of batch normalization.
// Each task writes the sums of its rows in float32; the host's thread adds the partial sums in double precision.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { rowsPerTask, rowTasks } from './rows';

function sumTask(task: i32, args: usize): void {
  const x = load<usize>(args);
  const partial = load<usize>(args, 4);
  const rows = load<i32>(args, 8);
  const channels = load<i32>(args, 12);
  const per = load<i32>(args, 16);
  const first = task * per;
  const count = min(per, rows - first);
  const stride = <usize>channels << 2;
  const from = x + <usize>first * stride;
  const to = partial + <usize>task * stride;
  let c = 0;
  for (; c + 16 <= channels; c += 16) {
    let p = from + (<usize>c << 2);
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    for (let r = 0; r < count; r++) {
      s0 = f32x4.add(s0, v128.load(p));
      s1 = f32x4.add(s1, v128.load(p, 16));
      s2 = f32x4.add(s2, v128.load(p, 32));
      s3 = f32x4.add(s3, v128.load(p, 48));
      p += stride;
    }
    const q = to + (<usize>c << 2);
    v128.store(q, s0);
    v128.store(q, s1, 16);
    v128.store(q, s2, 32);
    v128.store(q, s3, 48);
  }
  for (; c + 4 <= channels; c += 4) {
    let p = from + (<usize>c << 2);
    let s = f32x4.splat(0);
    for (let r = 0; r < count; r++) {
      s = f32x4.add(s, v128.load(p));
      p += stride;
    }
    v128.store(to + (<usize>c << 2), s);
  }
  for (; c < channels; c++) {
    let p = from + (<usize>c << 2);
    let s: f32 = 0;
    for (let r = 0; r < count; r++) {
      s += load<f32>(p);
      p += stride;
    }
    store<f32>(to + (<usize>c << 2), s);
  }
}

/** Adds the partial sums [tasks, channels] of one channel. */
export function addPartials(partial: usize, tasks: i32, channels: i32, channel: i32): f64 {
  let sum: f64 = 0;
  for (let t = 0; t < tasks; t++) sum += <f64>load<f32>(partial + (<usize>(t * channels + channel) << 2));
  return sum;
}

/** sums[c] = sum over rows of x[rows, channels]; `partial` holds rowTasks * channels floats. */
export function columnSums(x: usize, rows: i32, channels: i32, sums: usize, partial: usize): void {
  const tasks = rowTasks(rows, channels);
  store<usize>(ARGS, x);
  store<usize>(ARGS, partial, 4);
  store<i32>(ARGS, rows, 8);
  store<i32>(ARGS, channels, 12);
  store<i32>(ARGS, rowsPerTask(rows, channels), 16);
  parallelFor(sumTask, ARGS, tasks);
  for (let c = 0; c < channels; c++) {
    store<f32>(sums + (<usize>c << 2), <f32>addPartials(partial, tasks, channels, c));
  }
}
