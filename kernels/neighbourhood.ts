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

/** Sum of what `splits` parts, `splitBytes` apart, hold there. */
// @ts-ignore: decorator
@inline
export function summed(source: usize, splits: i32, splitBytes: usize, lanes: i32): v128 {
  let sum = read(source, lanes);
  for (let s = 1; s < splits; s++) {
    source += splitBytes;
    sum = f32x4.add(sum, read(source, lanes));
  }
  return sum;
}

/** Addresses of a size x size neighbourhood whose corner is (top, left) of image `image`; outside: the zero row. */
// @ts-ignore: decorator
@inline
export function neighbourhood(
  base: usize, zero: usize, image: i32, h: i32, w: i32, c: i32, top: i32, left: i32, size: i32, target: usize,
): void {
  const pixel = <usize>c << 2;
  const line = pixel * <usize>w;
  let row = base + <usize>((image * h + top) * w + left) * pixel;
  for (let y = top; y < top + size; y++) {
    const rowIn = <u32>y < <u32>h;
    let at = row;
    for (let x = left; x < left + size; x++) {
      store<usize>(target, rowIn && <u32>x < <u32>w ? at : zero);
      at += pixel;
      target += 4;
    }
    row += line;
  }
}

/** Makes row (or column) `to` of a neighbourhood of `size` x `size` addresses the same as `from`. */
export function repeatLine(table: usize, size: i32, from: i32, to: i32, columns: bool): void {
  const line: usize = columns ? 4 : <usize>size << 2;
  const next: usize = columns ? <usize>size << 2 : 4;
  let source = table + <usize>from * line;
  let target = table + <usize>to * line;
  for (let i = 0; i < size; i++) {
    store<usize>(target, load<usize>(source));
    source += next;
    target += next;
  }
}
