// Addresses around a pixel, and access to up to four channels, for kernels that transform small neighbourhoods.
import { loadTail, storeTail } from './simd';

// @ts-ignore: decorator
@inline
export function read(address: usize, lanes: i32): v128 {
  return lanes == 4 ? v128.load(address) : loadTail(address, lanes);
}

// @ts-ignore: decorator
@inline
export function write(address: usize, value: v128, lanes: i32): void {
  if (lanes == 4) v128.store(address, value);
  else storeTail(address, value, lanes);
}

/** Addresses of a size x size neighbourhood whose corner is (top, left) of image `image`; outside: the zero row. */
// @ts-ignore: decorator
@inline
export function neighbourhood(
  base: usize, zero: usize, image: i32, h: i32, w: i32, c: i32, top: i32, left: i32, size: i32, target: usize,
): void {
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const iy = top + y;
      const ix = left + x;
      const inside = <u32>iy < <u32>h && <u32>ix < <u32>w;
      store<usize>(target, inside ? base + (<usize>((image * h + iy) * w + ix) * <usize>c << 2) : zero);
      target += 4;
    }
  }
}
