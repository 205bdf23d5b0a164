// Packs a filter into panels of 8 output columns: [panel][tap][inner][8], zero beyond the last column.
import { ConvJob } from './convJob';

/** Four rows of four floats, written transposed, `to` bytes apart. */
// @ts-ignore: decorator
@inline
export function transpose4(r0: v128, r1: v128, r2: v128, r3: v128, target: usize, to: usize): void {
  const a = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
  const b = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
  const c = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
  const d = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
  v128.store(target, v128.shuffle<i64>(a, c, 0, 2));
  v128.store(target + to, v128.shuffle<i64>(a, c, 1, 3));
  v128.store(target + 2 * to, v128.shuffle<i64>(b, d, 0, 2));
  v128.store(target + 3 * to, v128.shuffle<i64>(b, d, 1, 3));
}

/** One tap of a full panel whose inner index is contiguous in the source: a transposition. */
function packTransposed(source: usize, inner: i32, column: usize, target: usize): void {
  let i = 0;
  for (; i + 4 <= inner; i += 4) {
    const s = source + (<usize>i << 2);
    const t = target + (<usize>i << 5);
    transpose4(v128.load(s), v128.load(s + column), v128.load(s + 2 * column), v128.load(s + 3 * column), t, 32);
    const u = s + 4 * column;
    transpose4(v128.load(u), v128.load(u + column), v128.load(u + 2 * column), v128.load(u + 3 * column), t + 16, 32);
  }
  for (; i < inner; i++) {
    const s = source + (<usize>i << 2);
    const t = target + (<usize>i << 5);
    for (let j: usize = 0; j < 8; j++) store<f32>(t + (j << 2), load<f32>(s + j * column));
  }
}

/** Packs panel `panel` of a job's filter to `target` (taps * c * 32 bytes). */
export function packPanel(job: ConvJob, panel: i32, target: usize): void {
  const first = panel << 3;
  const width = min(8, job.outC - first);
  const inner = job.c;
  const innerBytes = <usize>job.innerStride << 2;
  const outerBytes = <usize>job.outerStride << 2;
  const start = job.filter + <usize>first * outerBytes;
  for (let t = 0; t < job.taps; t++) {
    const tap = load<i32>(job.tapList + <usize>(t * 12), 8);
    const source = start + <usize>(tap * job.tapStride) * 4;
    const end = target + (<usize>inner << 5);
    if (width == 8 && outerBytes == 4) {
      for (let s = source; target < end; target += 32) {
        v128.store(target, v128.load(s));
        v128.store(target, v128.load(s, 16), 16);
        s += innerBytes;
      }
    } else if (width == 8 && innerBytes == 4) {
      packTransposed(source, inner, outerBytes, target);
      target = end;
    } else {
      for (let s = source; target < end; target += 32) {
        for (let j: i32 = 0; j < 8; j++) {
          const value: f32 = j < width ? load<f32>(s + <usize>j * outerBytes) : 0;
          store<f32>(target + (<usize>j << 2), value);
        }
        s += innerBytes;
      }
    }
  }
}

/** Lays a filter out for dot products: [outC][tap][inner]. */
export function packRows(job: ConvJob, target: usize): void {
  for (let j = 0; j < job.outC; j++) {
    for (let t = 0; t < job.taps; t++) {
      const tap = load<i32>(job.tapList + <usize>(t * 12), 8);
      const source = job.filter + (<usize>(tap * job.tapStride + j * job.outerStride) << 2);
      for (let i = 0; i < job.c; i++) {
        store<f32>(target, load<f32>(source + (<usize>(i * job.innerStride) << 2)));
        target += 4;
      }
    }
  }
}
