// AssemblyScript, compiled by bench/kiosk/integer.ts alone: the inner loop that integer convolutions would have, on memory that is in the
// cache, nothing around it. Tiles of 6 pixels and 8 outputs; pairs of 16-bit numbers, as i32x4.dot_i16x8_s takes them.

/** [pairs][8 outputs][2] weights, [6][2 * pairs] numbers, [6][8] sums; all 16 bits wide, sums 32. */
export function tile16(weights: usize, inputs: usize, pairs: i32, sums: usize): void {
  const stride = (<usize>pairs) << 2;
  const x1 = inputs + stride;
  const x2 = x1 + stride;
  const x3 = x2 + stride;
  const x4 = x3 + stride;
  const x5 = x4 + stride;
  let a0 = i32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let a4 = a0;
  let a5 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  let b4 = a0;
  let b5 = a0;
  for (let i: usize = 0; i < stride; i += 4) {
    const w = weights + (i << 3);
    const low = v128.load(w);
    const high = v128.load(w, 16);
    let x = v128.load32_splat(inputs + i);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x, low));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x, high));
    x = v128.load32_splat(x1 + i);
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x, low));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x, high));
    x = v128.load32_splat(x2 + i);
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(x, low));
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(x, high));
    x = v128.load32_splat(x3 + i);
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(x, low));
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(x, high));
    x = v128.load32_splat(x4 + i);
    a4 = i32x4.add(a4, i32x4.dot_i16x8_s(x, low));
    b4 = i32x4.add(b4, i32x4.dot_i16x8_s(x, high));
    x = v128.load32_splat(x5 + i);
    a5 = i32x4.add(a5, i32x4.dot_i16x8_s(x, low));
    b5 = i32x4.add(b5, i32x4.dot_i16x8_s(x, high));
  }
  v128.store(sums, a0);
  v128.store(sums, b0, 16);
  v128.store(sums, a1, 32);
  v128.store(sums, b1, 48);
  v128.store(sums, a2, 64);
  v128.store(sums, b2, 80);
  v128.store(sums, a3, 96);
  v128.store(sums, b3, 112);
  v128.store(sums, a4, 128);
  v128.store(sums, b4, 144);
  v128.store(sums, a5, 160);
  v128.store(sums, b5, 176);
}

/** The same tile so many times, as a benchmark needs it. */
export function repeat16(weights: usize, inputs: usize, pairs: i32, sums: usize, times: i32): void {
  for (let i = 0; i < times; i++) tile16(weights, inputs, pairs, sums);
}

/** One row of 8-bit products: [blocks of 16] of both, for 8 outputs; what i16x8.extmul and pairwise sums take. */
export function row8(weights: usize, inputs: usize, blocks: i32, sums: usize): void {
  const size = (<usize>blocks) << 4;
  for (let o: usize = 0; o < 8; o += 4) {
    const w0 = weights + o * size;
    const w1 = w0 + size;
    const w2 = w1 + size;
    const w3 = w2 + size;
    let s0 = i32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let i: usize = 0; i < size; i += 16) {
      const x = v128.load(inputs + i);
      let w = v128.load(w0 + i);
      s0 = i32x4.add(s0, i32x4.extadd_pairwise_i16x8_s(i16x8.extmul_low_i8x16_s(x, w)));
      s0 = i32x4.add(s0, i32x4.extadd_pairwise_i16x8_s(i16x8.extmul_high_i8x16_s(x, w)));
      w = v128.load(w1 + i);
      s1 = i32x4.add(s1, i32x4.extadd_pairwise_i16x8_s(i16x8.extmul_low_i8x16_s(x, w)));
      s1 = i32x4.add(s1, i32x4.extadd_pairwise_i16x8_s(i16x8.extmul_high_i8x16_s(x, w)));
      w = v128.load(w2 + i);
      s2 = i32x4.add(s2, i32x4.extadd_pairwise_i16x8_s(i16x8.extmul_low_i8x16_s(x, w)));
      s2 = i32x4.add(s2, i32x4.extadd_pairwise_i16x8_s(i16x8.extmul_high_i8x16_s(x, w)));
      w = v128.load(w3 + i);
      s3 = i32x4.add(s3, i32x4.extadd_pairwise_i16x8_s(i16x8.extmul_low_i8x16_s(x, w)));
      s3 = i32x4.add(s3, i32x4.extadd_pairwise_i16x8_s(i16x8.extmul_high_i8x16_s(x, w)));
    }
    v128.store(sums + o * 16, s0);
    v128.store(sums + o * 16, s1, 16);
    v128.store(sums + o * 16, s2, 32);
    v128.store(sums + o * 16, s3, 48);
  }
}

export function repeat8(weights: usize, inputs: usize, blocks: i32, sums: usize, times: i32): void {
  for (let i = 0; i < times; i++) row8(weights, inputs, blocks, sums);
}
