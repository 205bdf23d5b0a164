// The transforms around the nine products of upsampling + 3x3 convolution (kernels/upsample.ts): of the filter, of its
// gradient, of the input, and of the output gradient.
import { read, write } from './neighbourhood';
import { parallelFor } from './pool';

/** Folds a packed panel [3][3][inner][8] at `source` into the nine products' [9][inner][8] at `target`. */
export function foldPanel(source: usize, target: usize, inner: i32): void {
  const step = (<usize>inner) << 5;
  for (let i: usize = 0; i < step; i += 16) {
    const s = source + i;
    const t = target + i;
    // Columns of each filter row: w0, S, w2; then the same over rows.
    let sum0 = f32x4.splat(0);
    let sum1 = sum0;
    let sum2 = sum0;
    for (let r: usize = 0; r < 3; r++) {
      const row = s + 3 * r * step;
      const a = v128.load(row);
      const c = v128.load(row + 2 * step);
      const all = f32x4.add(f32x4.add(a, v128.load(row + step)), c);
      sum0 = f32x4.add(sum0, a);
      sum1 = f32x4.add(sum1, all);
      sum2 = f32x4.add(sum2, c);
      if (r != 1) {
        const u = t + 3 * r * step;
        v128.store(u, a);
        v128.store(u + step, all);
        v128.store(u + 2 * step, c);
      }
    }
    v128.store(t + 3 * step, sum0);
    v128.store(t + 4 * step, sum1);
    v128.store(t + 5 * step, sum2);
  }
}

/** Unfolds the gradients of the nine products' filters [9][count] into the gradient of the filter [3][3][count]. */
function unfoldFilterTask(index: i32, args: usize): void {
  const source = load<usize>(args);
  const target = load<usize>(args, 4);
  const count = load<i32>(args, 8);
  const first = index * 1024;
  const last = min(count, first + 1024);
  const step = (<usize>count) << 2;
  for (let i = first; i < last; i += 4) {
    const lanes = min(4, last - i);
    const s = source + ((<usize>i) << 2);
    const t = target + ((<usize>i) << 2);
    for (let r: usize = 0; r < 3; r++) {
      let a = read(s + 3 * step, lanes);
      let all = read(s + 4 * step, lanes);
      let c = read(s + 5 * step, lanes);
      if (r != 1) {
        const u = s + 3 * r * step;
        a = f32x4.add(a, read(u, lanes));
        all = f32x4.add(all, read(u + step, lanes));
        c = f32x4.add(c, read(u + 2 * step, lanes));
      }
      const out = t + 3 * r * step;
      write(out, f32x4.add(a, all), lanes);
      write(out + step, all, lanes);
      write(out + 2 * step, f32x4.add(c, all), lanes);
    }
  }
}

/** Gradients of the nine products' filters into the gradient of the 3x3 filter; `args`: 12 bytes of room. */
export function upsampleUnfoldFilter(args: usize, source: usize, target: usize, count: i32): void {
  store<usize>(args, source);
  store<usize>(args, target, 4);
  store<i32>(args, count, 8);
  parallelFor(unfoldFilterTask, args, (count + 1023) / 1024);
}

/** One input pixel and its eight neighbours (addresses) to its nine transforms, each c floats, side by side. */
export function transformInput(p: usize, c: i32, target: usize): void {
  const step = (<usize>c) << 2;
  const a0 = load<usize>(p),
    a1 = load<usize>(p, 4),
    a2 = load<usize>(p, 8);
  const b0 = load<usize>(p, 12),
    b1 = load<usize>(p, 16),
    b2 = load<usize>(p, 20);
  const c0 = load<usize>(p, 24),
    c1 = load<usize>(p, 28),
    c2 = load<usize>(p, 32);
  for (let i = 0; i < c; i += 4) {
    const k = (<usize>i) << 2;
    const lanes = min(4, c - i);
    const b00 = read(b0 + k, lanes),
      b01 = read(b1 + k, lanes),
      b02 = read(b2 + k, lanes);
    // Rows first, column by column.
    const u0 = f32x4.sub(read(a0 + k, lanes), b00),
      v0 = f32x4.sub(read(c0 + k, lanes), b00);
    const u1 = f32x4.sub(read(a1 + k, lanes), b01),
      v1 = f32x4.sub(read(c1 + k, lanes), b01);
    const u2 = f32x4.sub(read(a2 + k, lanes), b02),
      v2 = f32x4.sub(read(c2 + k, lanes), b02);
    const t = target + k;
    write(t, f32x4.sub(u0, u1), lanes);
    write(t + step, u1, lanes);
    write(t + 2 * step, f32x4.sub(u2, u1), lanes);
    write(t + 3 * step, f32x4.sub(b00, b01), lanes);
    write(t + 4 * step, b01, lanes);
    write(t + 5 * step, f32x4.sub(b02, b01), lanes);
    write(t + 6 * step, f32x4.sub(v0, v1), lanes);
    write(t + 7 * step, v1, lanes);
    write(t + 8 * step, f32x4.sub(v2, v1), lanes);
  }
}

/** The 16 output-gradient rows around an input pixel (addresses, 4 x 4) to the nine transforms, c floats each. */
export function transformGradient(p: usize, c: i32, target: usize): void {
  const step = (<usize>c) << 2;
  for (let i = 0; i < c; i += 4) {
    const k = (<usize>i) << 2;
    const lanes = min(4, c - i);
    // Per column: w0 takes g0[i+1] - g0[i], S takes g0[i] + g1[i], w2 takes g1[i-1] - g1[i].
    let q = p;
    let r0 = f32x4.splat(0),
      r1 = r0,
      r2 = r0;
    let s0 = r0,
      s1 = r0,
      s2 = r0;
    let t0 = r0,
      t1 = r0,
      t2 = r0;
    for (let column = 0; column < 4; column++) {
      const before = read(load<usize>(q) + k, lanes);
      const even = read(load<usize>(q, 16) + k, lanes);
      const odd = read(load<usize>(q, 32) + k, lanes);
      const after = read(load<usize>(q, 48) + k, lanes);
      const r = f32x4.sub(after, even);
      const s = f32x4.add(even, odd);
      const t = f32x4.sub(before, odd);
      if (column == 0) {
        r2 = r;
        s2 = s;
        t2 = t;
      } else if (column == 1) {
        r0 = f32x4.neg(r);
        s0 = f32x4.neg(s);
        t0 = f32x4.neg(t);
        r1 = r;
        s1 = s;
        t1 = t;
      } else if (column == 2) {
        r2 = f32x4.sub(r2, r);
        s2 = f32x4.sub(s2, s);
        t2 = f32x4.sub(t2, t);
        r1 = f32x4.add(r1, r);
        s1 = f32x4.add(s1, s);
        t1 = f32x4.add(t1, t);
      } else {
        r0 = f32x4.add(r0, r);
        s0 = f32x4.add(s0, s);
        t0 = f32x4.add(t0, t);
      }
      q += 4;
    }
    const t = target + k;
    write(t, r0, lanes);
    write(t + step, r1, lanes);
    write(t + 2 * step, r2, lanes);
    write(t + 3 * step, s0, lanes);
    write(t + 4 * step, s1, lanes);
    write(t + 5 * step, s2, lanes);
    write(t + 6 * step, t0, lanes);
    write(t + 7 * step, t1, lanes);
    write(t + 8 * step, t2, lanes);
  }
}
