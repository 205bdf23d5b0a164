// Colours as lightness and two opponent axes: CIE 1976 L*a*b* under D65 (CIE 15:2004), of sRGB bytes (IEC 61966-2-1). L is what
// a grey picture has; a (green to red) and b (blue to yellow) are its colour.

/** Tristimulus values of white. */
export const WHITE = [0.95047, 1, 1.08883] as const;
export const TO_XYZ = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
] as const;
export const FROM_XYZ = [
  [3.2404542, -1.5371385, -0.4985314],
  [-0.969266, 1.8760108, 0.041556],
  [0.0556434, -0.2040259, 1.0572252],
] as const;
const EDGE = 6 / 29;
/** Colours of screens reach from about -108 to 99 on either axis. */
export const COLOUR_SPAN = 110;

const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => {
  const v = byte / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});
const gamma = (v: number): number => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
/** Below the edge both curves are straight lines. */
const [EDGE_CUBED, SLOPE, OFFSET] = [EDGE ** 3, 3 * EDGE * EDGE, 4 / 29];
const curve = (t: number): number => (t > EDGE_CUBED ? Math.cbrt(t) : t / SLOPE + OFFSET);
const uncurve = (t: number): number => (t > EDGE ? t ** 3 : SLOPE * (t - OFFSET));
const dot = ([p, q, r]: readonly [number, number, number], x: number, y: number, z: number): number =>
  p * x + q * y + r * z;

/**
 * @param rgb bytes, three a pixel
 * @returns per pixel the lightness in [-1, 1] (0..100), and a and b in units of 110
 */
export function labOf(rgb: Uint8Array): { readonly lightness: Float32Array; readonly colour: Float32Array } {
  const pixels = rgb.length / 3;
  const lightness = new Float32Array(pixels);
  const colour = new Float32Array(2 * pixels);
  // Every training step converts its pictures: no arrays within the loop, not even taken apart, which takes four times as long.
  const [[xr, xg, xb], [yr, yg, yb], [zr, zg, zb]] = TO_XYZ;
  const [whiteX, whiteY, whiteZ] = WHITE;
  for (let i = 0; i < pixels; i++) {
    const r = LINEAR[rgb[3 * i]];
    const g = LINEAR[rgb[3 * i + 1]];
    const b = LINEAR[rgb[3 * i + 2]];
    const x = curve((xr * r + xg * g + xb * b) / whiteX);
    const y = curve((yr * r + yg * g + yb * b) / whiteY);
    const z = curve((zr * r + zg * g + zb * b) / whiteZ);
    lightness[i] = (116 * y - 16) / 50 - 1;
    colour[2 * i] = (500 * (x - y)) / COLOUR_SPAN;
    colour[2 * i + 1] = (200 * (y - z)) / COLOUR_SPAN;
  }
  return { lightness, colour };
}

/** Back to bytes, three a pixel; what no screen shows is cut off. */
export function rgbOf(lightness: ArrayLike<number>, colour: ArrayLike<number>): Uint8Array {
  const rgb = new Uint8Array(3 * lightness.length);
  for (let i = 0; i < lightness.length; i++) {
    const y = (50 * (lightness[i] + 1) + 16) / 116;
    const x = y + (COLOUR_SPAN * colour[2 * i]) / 500;
    const z = y - (COLOUR_SPAN * colour[2 * i + 1]) / 200;
    const [X, Y, Z] = [x, y, z].map((value, axis) => WHITE[axis] * uncurve(value));
    for (const [channel, row] of FROM_XYZ.entries())
      rgb[3 * i + channel] = Math.max(0, Math.min(255, Math.round(255 * gamma(dot(row, X, Y, Z)))));
  }
  return rgb;
}

/** Lightness as one grey byte a pixel: what `rgbOf` makes of it without colour. */
export const greyOf = (lightness: ArrayLike<number>): Uint8Array =>
  Uint8Array.from(lightness, (l) => {
    const byte = Math.round(255 * gamma(uncurve((50 * (l + 1) + 16) / 116)));
    return Math.max(0, Math.min(255, byte));
  });
