// Register tiles of planes (kernels/planes.ts): the sums of one to three output channels over neighbouring pixels of a line, whose
// vectors are read from the planes as they lie, while a weight is one number for all of them. Tiles of twelve vectors of sums were no
// faster than these of eight and nine: of two outputs the same, of three half as fast, for registers run out.
import { madd } from './simd';

/** Pixels of a tile by output channels: 8 vectors of one, 4 of two, 3 of three. */
// @ts-ignore: decorator
@inline
function tilePixels(outC: i32): i32 {
  return outC == 1 ? 32 : outC == 2 ? 16 : 12;
}

/** Adds the products of `channels` planes to 32 pixels of one output. */
function tile1(data: usize, plane: usize, channels: i32, offsets: usize, end: usize, w: usize, sums: usize): void {
  let s0 = v128.load(sums), s1 = v128.load(sums, 16), s2 = v128.load(sums, 32), s3 = v128.load(sums, 48);
  let s4 = v128.load(sums, 64), s5 = v128.load(sums, 80), s6 = v128.load(sums, 96), s7 = v128.load(sums, 112);
  for (let c = 0; c < channels; c++) {
    for (let o = offsets; o < end; o += 4) {
      const p = data + load<usize>(o);
      const weight = v128.load32_splat(w);
      w += 4;
      s0 = madd(v128.load(p), weight, s0);
      s1 = madd(v128.load(p, 16), weight, s1);
      s2 = madd(v128.load(p, 32), weight, s2);
      s3 = madd(v128.load(p, 48), weight, s3);
      s4 = madd(v128.load(p, 64), weight, s4);
      s5 = madd(v128.load(p, 80), weight, s5);
      s6 = madd(v128.load(p, 96), weight, s6);
      s7 = madd(v128.load(p, 112), weight, s7);
    }
    data += plane;
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
  v128.store(sums, s2, 32);
  v128.store(sums, s3, 48);
  v128.store(sums, s4, 64);
  v128.store(sums, s5, 80);
  v128.store(sums, s6, 96);
  v128.store(sums, s7, 112);
}

/** The same to 16 pixels of two outputs, whose sums lie `step` bytes apart. */
function tile2(
  data: usize, plane: usize, channels: i32, offsets: usize, end: usize, w: usize, sums: usize, step: usize,
): void {
  const more = sums + step;
  let a0 = v128.load(sums), a1 = v128.load(sums, 16), a2 = v128.load(sums, 32), a3 = v128.load(sums, 48);
  let b0 = v128.load(more), b1 = v128.load(more, 16), b2 = v128.load(more, 32), b3 = v128.load(more, 48);
  for (let c = 0; c < channels; c++) {
    for (let o = offsets; o < end; o += 4) {
      const p = data + load<usize>(o);
      const a = v128.load32_splat(w), b = v128.load32_splat(w, 4);
      w += 8;
      let x = v128.load(p);
      a0 = madd(x, a, a0);
      b0 = madd(x, b, b0);
      x = v128.load(p, 16);
      a1 = madd(x, a, a1);
      b1 = madd(x, b, b1);
      x = v128.load(p, 32);
      a2 = madd(x, a, a2);
      b2 = madd(x, b, b2);
      x = v128.load(p, 48);
      a3 = madd(x, a, a3);
      b3 = madd(x, b, b3);
    }
    data += plane;
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sums, a2, 32);
  v128.store(sums, a3, 48);
  v128.store(more, b0);
  v128.store(more, b1, 16);
  v128.store(more, b2, 32);
  v128.store(more, b3, 48);
}

/** The same to 12 pixels of three outputs. */
function tile3(
  data: usize, plane: usize, channels: i32, offsets: usize, end: usize, w: usize, sums: usize, step: usize,
): void {
  const second = sums + step;
  const third = second + step;
  let a0 = v128.load(sums), a1 = v128.load(sums, 16), a2 = v128.load(sums, 32);
  let b0 = v128.load(second), b1 = v128.load(second, 16), b2 = v128.load(second, 32);
  let c0 = v128.load(third), c1 = v128.load(third, 16), c2 = v128.load(third, 32);
  for (let i = 0; i < channels; i++) {
    for (let o = offsets; o < end; o += 4) {
      const p = data + load<usize>(o);
      const a = v128.load32_splat(w), b = v128.load32_splat(w, 4), c = v128.load32_splat(w, 8);
      w += 12;
      let x = v128.load(p);
      a0 = madd(x, a, a0);
      b0 = madd(x, b, b0);
      c0 = madd(x, c, c0);
      x = v128.load(p, 16);
      a1 = madd(x, a, a1);
      b1 = madd(x, b, b1);
      c1 = madd(x, c, c1);
      x = v128.load(p, 32);
      a2 = madd(x, a, a2);
      b2 = madd(x, b, b2);
      c2 = madd(x, c, c2);
    }
    data += plane;
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sums, a2, 32);
  v128.store(second, b0);
  v128.store(second, b1, 16);
  v128.store(second, b2, 32);
  v128.store(third, c0);
  v128.store(third, c1, 16);
  v128.store(third, c2, 32);
}

/**
 * Adds the products of `channels` planes, `plane` bytes apart, to the sums of a line of `pitch` pixels, of each output `step` bytes
 * after the one before. `offsets` to `end`: bytes from a pixel to each tap; `weights`: [channel][tap][outC].
 */
export function addLine(
  outC: i32, data: usize, plane: usize, channels: i32, offsets: usize, end: usize, weights: usize, sums: usize, step: usize,
  pitch: i32,
): void {
  const tileBytes = <usize>tilePixels(outC) << 2;
  for (const last = sums + (<usize>pitch << 2); sums < last; sums += tileBytes) {
    if (outC == 1) tile1(data, plane, channels, offsets, end, weights, sums);
    else if (outC == 2) tile2(data, plane, channels, offsets, end, weights, sums, step);
    else tile3(data, plane, channels, offsets, end, weights, sums, step);
    data += tileBytes;
  }
}
