// Error correction of QR codes: the remainder of the data, as a polynomial over GF(256) with x^8+x^4+x^3+x^2+1, by the product
// of (x - 2^i). ISO/IEC 18004, 8.5.

const FIELD = 0x11d;

/** Product in the field. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? FIELD : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** Coefficients below the highest, which is 1. */
function generator(degree: number): readonly number[] {
  let factors = [...Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let i = 0; i < degree; i++) {
    factors = factors.map((factor, k) => times(factor, root) ^ (factors[k + 1] ?? 0));
    root = times(root, 2);
  }
  return factors;
}

/** @returns `count` bytes that follow the data */
export function correctionOf(data: readonly number[], count: number): readonly number[] {
  const divisor = generator(count);
  return data.reduce<readonly number[]>((rest, byte) => {
    const factor = byte ^ rest[0];
    return divisor.map((one, i) => times(one, factor) ^ (rest[i + 1] ?? 0));
  }, Array<number>(count).fill(0));
}
