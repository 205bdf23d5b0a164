// Filters of upsampling + 3x3 convolution seen as a 4x4 transposed convolution with stride 2: in one dimension the even
// outputs are w0 x[i-1] + (w1 + w2) x[i], the odd ones (w0 + w1) x[i] + w2 x[i+1]. Four taps in this order; in two
// dimensions 16. Cheaper than the products of tiles (kernels/upsample.ts) where these would fill few lanes of a panel.

/** First and last weight of tap `t`. */
// @ts-ignore: decorator
@inline
function firstWeight(t: i32): i32 {
  return t == 1 ? 1 : t == 3 ? 2 : 0;
}

// @ts-ignore: decorator
@inline
function lastWeight(t: i32): i32 {
  return t == 0 ? 0 : t == 2 ? 1 : 2;
}

/** taps [4][4][count] from a filter [3][3][count]. */
export function upsampleFoldPhases(filter: usize, taps: usize, count: i32): void {
  const step = <usize>count << 2;
  for (let ty = 0; ty < 4; ty++) {
    for (let tx = 0; tx < 4; tx++) {
      const target = taps + <usize>(4 * ty + tx) * step;
      for (let i: usize = 0; i < step; i += 4) {
        let sum: f32 = 0;
        for (let ky = firstWeight(ty); ky <= lastWeight(ty); ky++) {
          for (let kx = firstWeight(tx); kx <= lastWeight(tx); kx++) {
            sum += load<f32>(filter + <usize>(3 * ky + kx) * step + i);
          }
        }
        store<f32>(target + i, sum);
      }
    }
  }
}

/** Gradient of the filter [3][3][count] from that of its taps [4][4][count]. */
export function upsampleUnfoldPhases(taps: usize, filter: usize, count: i32): void {
  const step = <usize>count << 2;
  memory.fill(filter, 0, 9 * step);
  for (let ty = 0; ty < 4; ty++) {
    for (let tx = 0; tx < 4; tx++) {
      const source = taps + <usize>(4 * ty + tx) * step;
      for (let ky = firstWeight(ty); ky <= lastWeight(ty); ky++) {
        for (let kx = firstWeight(tx); kx <= lastWeight(tx); kx++) {
          const target = filter + <usize>(3 * ky + kx) * step;
          for (let i: usize = 0; i < step; i += 4) {
            store<f32>(target + i, load<f32>(target + i) + load<f32>(source + i));
          }
        }
      }
    }
  }
}
