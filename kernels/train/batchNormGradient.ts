// The gradient of batch normalization in training (batchNorm.ts), dropout and activation included.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { madd } from '../simd';
import {
  X, Y, PARTIAL, ROWS, CHANNELS, PER_TASK, COEFFICIENTS, SLOPE, SEED, THRESHOLD, SCALE, DY, MEAN,
  INVERSE, KEEP_ALL, at, prepare, prepareActivation, affine,
} from './batchNormJob';
import { addPartials } from './columnSums';
import { keep, keepV } from './mask';
import { rowTasks } from './rows';

// Gradient before dropout and activation into y (= dx), with its partial sums and those of its product with x-hat.
function gradientTask(task: i32, args: usize): void {
  const channels = load<i32>(args, CHANNELS);
  const rows = load<i32>(args, ROWS);
  const per = load<i32>(args, PER_TASK);
  const first = task * per;
  const count = min(per, rows - first);
  const stride = <usize>channels << 2;
  const scale = load<usize>(args, COEFFICIENTS);
  const shift = at(scale, channels);
  const mean = load<usize>(args, MEAN);
  const inverse = load<usize>(args, INVERSE);
  const slope = load<f32>(args, SLOPE);
  const seed = load<i32>(args, SEED);
  const threshold = load<i32>(args, THRESHOLD);
  const up = load<f32>(args, SCALE);
  const slopeV = f32x4.splat(slope), upV = f32x4.splat(up), zero = f32x4.splat(0);
  const drops = threshold < KEEP_ALL;
  const x = load<usize>(args, X) + <usize>first * stride;
  const dy = load<usize>(args, DY) + <usize>first * stride;
  const g = load<usize>(args, Y) + <usize>first * stride;
  const sums = load<usize>(args, PARTIAL) + <usize>task * stride;
  const products = sums + <usize>rowTasks(rows, channels) * stride;
  let c = 0;
  for (; c + 4 <= channels; c += 4) {
    const k = <usize>c << 2;
    const a = v128.load(scale + k), b = v128.load(shift + k);
    const m = v128.load(mean + k), i = v128.load(inverse + k);
    let s = zero, t = zero;
    let offset = k;
    let index = first * channels + c;
    for (let r = 0; r < count; r++) {
      const value = v128.load(x + offset);
      let d = v128.load(dy + offset);
      if (drops) d = v128.and(f32x4.mul(d, upV), keepV(index, seed, threshold));
      d = v128.bitselect(d, f32x4.mul(d, slopeV), f32x4.gt(madd(value, a, b), zero));
      v128.store(g + offset, d);
      s = f32x4.add(s, d);
      t = madd(d, f32x4.mul(f32x4.sub(value, m), i), t);
      offset += stride;
      index += channels;
    }
    v128.store(sums + k, s);
    v128.store(products + k, t);
  }
  for (; c < channels; c++) {
    const k = <usize>c << 2;
    let s: f32 = 0, t: f32 = 0;
    let offset = k;
    let index = first * channels + c;
    for (let r = 0; r < count; r++) {
      const value = load<f32>(x + offset);
      let d = load<f32>(dy + offset);
      if (drops) d = keep(index, seed, threshold) ? d * up : <f32>0;
      if (!(value * load<f32>(scale + k) + load<f32>(shift + k) > 0)) d *= slope;
      store<f32>(g + offset, d);
      s += d;
      t += d * ((value - load<f32>(mean + k)) * load<f32>(inverse + k));
      offset += stride;
      index += channels;
    }
    store<f32>(sums + k, s);
    store<f32>(products + k, t);
  }
}

// dx = scale * (g - mean(g) - x-hat * mean(g x-hat)), as three coefficients per channel: a g + b x + c.
function spreadTask(task: i32, args: usize): void {
  const channels = load<i32>(args, CHANNELS);
  const per = load<i32>(args, PER_TASK);
  const first = task * per;
  const end = min(load<i32>(args, ROWS), first + per);
  const a = load<usize>(args, COEFFICIENTS);
  const b = at(a, channels), d = at(b, channels);
  for (let r = first; r < end; r++) {
    const p = at(load<usize>(args, X), r * channels), q = at(load<usize>(args, Y), r * channels);
    let c = 0;
    for (; c + 4 <= channels; c += 4) {
      const k = <usize>c << 2;
      const v = madd(v128.load(p + k), v128.load(b + k), v128.load(d + k));
      v128.store(q + k, madd(v128.load(q + k), v128.load(a + k), v));
    }
    for (; c < channels; c++) {
      const k = <usize>c << 2;
      const v = load<f32>(p + k) * load<f32>(b + k) + load<f32>(d + k);
      store<f32>(q + k, load<f32>(q + k) * load<f32>(a + k) + v);
    }
  }
}

/** dx, dgamma, dbeta of `batchNormForward`, with the same numbers; mean and variance are its outputs. */
export function batchNormGradient(
  dy: usize, x: usize, gamma: usize, beta: usize, mean: usize, variance: usize, rows: i32, channels: i32, epsilon: f32,
  slope: f32, seed: i32, threshold: i32, up: f32,
  dx: usize, dgamma: usize, dbeta: usize, work: usize,
): void {
  const inverse = at(work, 3 * channels);
  const partial = at(work, 5 * channels);
  const tasks = prepare(x, dx, partial, rows, channels, work);
  prepareActivation(slope, seed, threshold, up);
  store<usize>(ARGS, dy, DY);
  store<usize>(ARGS, mean, MEAN);
  store<usize>(ARGS, inverse, INVERSE);
  affine(gamma, beta, mean, variance, epsilon, channels, work);
  for (let c = 0; c < channels; c++) {
    store<f32>(at(inverse, c), <f32>1 / Mathf.sqrt(load<f32>(at(variance, c)) + epsilon));
  }
  parallelFor(gradientTask, ARGS, tasks);
  const products = at(partial, tasks * channels);
  for (let c = 0; c < channels; c++) {
    const k = <usize>c << 2;
    const sum = addPartials(partial, tasks, channels, c);
    const product = addPartials(products, tasks, channels, c);
    store<f32>(dbeta + k, <f32>sum);
    store<f32>(dgamma + k, <f32>product);
    const inv = <f64>load<f32>(inverse + k);
    const scale = <f64>load<f32>(gamma + k) * inv;
    const b = (-scale * inv * product) / <f64>rows;
    store<f32>(at(work, c), <f32>scale);
    store<f32>(at(work, channels + c), <f32>b);
    store<f32>(at(work, 2 * channels + c), <f32>((-scale * sum) / <f64>rows - b * <f64>load<f32>(mean + k)));
  }
  parallelFor(spreadTask, ARGS, tasks);
}
