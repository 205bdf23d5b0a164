// The transforms around a filter gradient by Winograd's F(2x2, 3x3) (kernels/winograd.ts has those of the convolution):
// of the input, of the output gradient, and of the products' gradients to the filter's, dg = G' dV G. Rows of the
// results are made one at a time, on whole vectors: up to three floats behind a pixel's channels are read and written.
import { summed, write } from './neighbourhood';
import { parallelFor } from './pool';

/** Products' gradients [splits][4][4][count] to the filter's [3][3][count]. */
function unfoldTask(index: i32, args: usize): void {
  const source = load<usize>(args);
  const target = load<usize>(args, 4);
  const count = load<i32>(args, 8);
  const splits = load<i32>(args, 12);
  const last = min(count, (index + 1) * 1024);
  const step = <usize>count << 2;
  const splitBytes = <usize>16 * step;
  const half = f32x4.splat(0.5);
  for (let i = index * 1024; i < last; i += 4) {
    const lanes = min(4, last - i);
    const s = source + (<usize>i << 2);
    const t = target + (<usize>i << 2);
    for (let row: usize = 0; row < 3; row++) {
      let r0 = f32x4.splat(0), r1 = r0, r2 = r0;
      for (let column: usize = 0; column < 4; column++) {
        const at = s + column * step;
        const v1 = summed(at + 4 * step, splits, splitBytes, lanes);
        const v2 = summed(at + 8 * step, splits, splitBytes, lanes);
        let v = f32x4.mul(row == 1 ? f32x4.sub(v1, v2) : f32x4.add(v1, v2), half);
        if (row == 0) v = f32x4.add(v, summed(at, splits, splitBytes, lanes));
        if (row == 2) v = f32x4.add(v, summed(at + 12 * step, splits, splitBytes, lanes));
        const h = f32x4.mul(v, half);
        if (column == 0) r0 = v;
        else if (column == 1) {
          r0 = f32x4.add(r0, h);
          r1 = h;
          r2 = h;
        } else if (column == 2) {
          r0 = f32x4.add(r0, h);
          r1 = f32x4.sub(r1, h);
          r2 = f32x4.add(r2, h);
        } else r2 = f32x4.add(r2, v);
      }
      const out = t + 3 * row * step;
      write(out, r0, lanes);
      write(out + step, r1, lanes);
      write(out + 2 * step, r2, lanes);
    }
  }
}

/** Runs the unfolding on all threads; `args`: 16 bytes of room. */
export function winogradUnfoldFilter(args: usize, source: usize, target: usize, count: i32, splits: i32): void {
  store<usize>(args, source);
  store<usize>(args, target, 4);
  store<i32>(args, count, 8);
  store<i32>(args, splits, 12);
  parallelFor(unfoldTask, args, (count + 1023) / 1024);
}

/**
 * Row `r` of B'dB: four positions of `c` channels, from byte `offset` of each pixel.
 * @param around addresses of the 4 x 4 pixels of a tile
 * @param targets four addresses
 */
export function winogradInputRow(around: usize, r: i32, offset: usize, c: i32, targets: usize): void {
  // Rows of B': d0-d2, d1+d2, d2-d1, d1-d3.
  const first = around + <usize>(r == 0 ? 0 : r == 2 ? 32 : 16);
  const second = around + <usize>(r == 2 ? 16 : r == 3 ? 48 : 32);
  const a0 = load<usize>(first) + offset, a1 = load<usize>(first, 4) + offset;
  const a2 = load<usize>(first, 8) + offset, a3 = load<usize>(first, 12) + offset;
  const b0 = load<usize>(second) + offset, b1 = load<usize>(second, 4) + offset;
  const b2 = load<usize>(second, 8) + offset, b3 = load<usize>(second, 12) + offset;
  const t0 = load<usize>(targets), t1 = load<usize>(targets, 4);
  const t2 = load<usize>(targets, 8), t3 = load<usize>(targets, 12);
  const sign = f32x4.splat(r == 1 ? 1 : -1);
  const end = <usize>c << 2;
  for (let k: usize = 0; k < end; k += 16) {
    const v0 = f32x4.add(v128.load(a0 + k), f32x4.mul(sign, v128.load(b0 + k)));
    const v1 = f32x4.add(v128.load(a1 + k), f32x4.mul(sign, v128.load(b1 + k)));
    const v2 = f32x4.add(v128.load(a2 + k), f32x4.mul(sign, v128.load(b2 + k)));
    const v3 = f32x4.add(v128.load(a3 + k), f32x4.mul(sign, v128.load(b3 + k)));
    v128.store(t0 + k, f32x4.sub(v0, v2));
    v128.store(t1 + k, f32x4.add(v1, v2));
    v128.store(t2 + k, f32x4.sub(v2, v1));
    v128.store(t3 + k, f32x4.sub(v1, v3));
  }
}

/** Row `r` of A dY A', the gradients of a tile's products, from 2 x 2 addresses of its output gradient. */
export function winogradOutputRow(p: usize, r: i32, c: i32, targets: usize): void {
  // Columns of A': y0, y0+y1, y0-y1, -y1.
  const a0 = load<usize>(p), a1 = load<usize>(p, 4), b0 = load<usize>(p, 8), b1 = load<usize>(p, 12);
  const t0 = load<usize>(targets), t1 = load<usize>(targets, 4);
  const t2 = load<usize>(targets, 8), t3 = load<usize>(targets, 12);
  const upper = f32x4.splat(r == 3 ? 0 : 1);
  const lower = f32x4.splat(r == 0 ? 0 : r == 1 ? 1 : -1);
  const end = <usize>c << 2;
  for (let k: usize = 0; k < end; k += 16) {
    const v0 = f32x4.add(f32x4.mul(upper, v128.load(a0 + k)), f32x4.mul(lower, v128.load(b0 + k)));
    const v1 = f32x4.add(f32x4.mul(upper, v128.load(a1 + k)), f32x4.mul(lower, v128.load(b1 + k)));
    v128.store(t0 + k, v0);
    v128.store(t1 + k, f32x4.add(v0, v1));
    v128.store(t2 + k, f32x4.sub(v0, v1));
    v128.store(t3 + k, f32x4.neg(v1));
  }
}
