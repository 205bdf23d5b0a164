// In-place updates of lists of tensors in one call: Adam, and moving averages. The host lists chunks of at most
// CHUNK elements, so that small and large tensors share the threads evenly.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { madd } from '../simd';

// Adam (Kingma & Ba 2015): chunk = parameter, gradient, first moment, second moment, count
function adamTask(task: i32, args: usize): void {
  const chunk = load<usize>(args) + <usize>task * 20;
  const p = load<usize>(chunk), g = load<usize>(chunk, 4), m = load<usize>(chunk, 8), v = load<usize>(chunk, 12);
  const count = load<i32>(chunk, 16);
  const rate = load<f32>(args, 4), beta1 = load<f32>(args, 8), beta2 = load<f32>(args, 12), epsilon = load<f32>(args, 16);
  const rest1 = load<f32>(args, 20), rest2 = load<f32>(args, 24);
  const rateV = f32x4.splat(rate), b1 = f32x4.splat(beta1), b2 = f32x4.splat(beta2), e = f32x4.splat(epsilon);
  const r1 = f32x4.splat(rest1), r2 = f32x4.splat(rest2);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const k = <usize>i << 2;
    const d = v128.load(g + k);
    const first = madd(v128.load(m + k), b1, f32x4.mul(d, r1));
    const second = madd(v128.load(v + k), b2, f32x4.mul(f32x4.mul(d, d), r2));
    v128.store(m + k, first);
    v128.store(v + k, second);
    const move = f32x4.div(f32x4.mul(first, rateV), f32x4.add(f32x4.sqrt(second), e));
    v128.store(p + k, f32x4.sub(v128.load(p + k), move));
  }
  for (; i < count; i++) {
    const k = <usize>i << 2;
    const d = load<f32>(g + k);
    const first = load<f32>(m + k) * beta1 + d * rest1;
    const second = load<f32>(v + k) * beta2 + d * d * rest2;
    store<f32>(m + k, first);
    store<f32>(v + k, second);
    store<f32>(p + k, load<f32>(p + k) - (first * rate) / (Mathf.sqrt(second) + epsilon));
  }
}

/** One Adam update; `rate` already holds the bias correction. */
export function adamUpdate(
  chunks: usize, count: i32, rate: f32, beta1: f32, beta2: f32, epsilon: f32, rest1: f32, rest2: f32,
): void {
  store<usize>(ARGS, chunks);
  store<f32>(ARGS, rate, 4);
  store<f32>(ARGS, beta1, 8);
  store<f32>(ARGS, beta2, 12);
  store<f32>(ARGS, epsilon, 16);
  store<f32>(ARGS, rest1, 20);
  store<f32>(ARGS, rest2, 24);
  parallelFor(adamTask, ARGS, count);
}

// target += share * (scale * source - target): chunk = target, source, count
function lerpTask(task: i32, args: usize): void {
  const chunk = load<usize>(args) + <usize>task * 12;
  const target = load<usize>(chunk), source = load<usize>(chunk, 4);
  const count = load<i32>(chunk, 8);
  const share = load<f32>(args, 4), scale = load<f32>(args, 8);
  const shareV = f32x4.splat(share), scaleV = f32x4.splat(scale);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const k = <usize>i << 2;
    const t = v128.load(target + k);
    v128.store(target + k, madd(f32x4.sub(f32x4.mul(v128.load(source + k), scaleV), t), shareV, t));
  }
  for (; i < count; i++) {
    const k = <usize>i << 2;
    const t = load<f32>(target + k);
    store<f32>(target + k, t + (load<f32>(source + k) * scale - t) * share);
  }
}

/** Moves every target towards its source. */
export function lerpUpdate(chunks: usize, count: i32, share: f32, scale: f32): void {
  store<usize>(ARGS, chunks);
  store<f32>(ARGS, share, 4);
  store<f32>(ARGS, scale, 8);
  parallelFor(lerpTask, ARGS, count);
}
