// The C of core/labColour: what a network that colours grey pictures takes of a picture, and the colours that come of what it makes;
// of generated projects and of board/native (scripts/writeCKernels.ts).
import { COLOUR_SPAN, FROM_XYZ, TO_XYZ, WHITE } from '../../core/labColour';

const row = (numbers: readonly number[]): string => `{${numbers.map((n) => n.toFixed(7)).join(', ')}}`;
const rows = (matrix: readonly (readonly number[])[]): string => `{${matrix.map(row).join(', ')}}`;

/** `lab.h`, for a main that is linked with the mathematics library. */
export const LAB_SOURCE = `/* Lightness and colour of sRGB: CIE 1976 L*a*b* under D65 (CIE 15:2004), of bytes (IEC 61966-2-1). */
#ifndef LAB_H
#define LAB_H

#include <math.h>
#include <stdint.h>

static const double lab_white[3] = ${row(WHITE)};
static const double lab_edge = 6.0 / 29.0;

static double lab_linear(double byte) {
  const double v = byte / 255.0;
  return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

/* Of three channels from -1 to 1, the lightness from -1 to 1. */
static float lightness_of(const float *rgb) {
  static const double to_y[3] = ${row(TO_XYZ[1])};
  double y = 0.0;
  for (int c = 0; c < 3; c++) y += to_y[c] * lab_linear(127.5 * (rgb[c] + 1.0));
  y = y > lab_edge * lab_edge * lab_edge ? cbrt(y) : y / (3.0 * lab_edge * lab_edge) + 4.0 / 29.0;
  return (float)((116.0 * y - 16.0) / 50.0 - 1.0);
}

/* Bytes of a lightness and two axes of colour in units of ${COLOUR_SPAN}; what no screen shows is cut off. */
static void rgb_of(float lightness, float a, float b, uint8_t *rgb) {
  static const double from_xyz[3][3] = ${rows(FROM_XYZ)};
  const double y = (50.0 * (lightness + 1.0) + 16.0) / 116.0;
  double xyz[3] = {y + ${COLOUR_SPAN}.0 * a / 500.0, y, y - ${COLOUR_SPAN}.0 * b / 200.0};
  for (int i = 0; i < 3; i++) {
    const double t = xyz[i];
    xyz[i] = lab_white[i] * (t > lab_edge ? t * t * t : 3.0 * lab_edge * lab_edge * (t - 4.0 / 29.0));
  }
  for (int c = 0; c < 3; c++) {
    const double v = from_xyz[c][0] * xyz[0] + from_xyz[c][1] * xyz[1] + from_xyz[c][2] * xyz[2];
    const double byte = floor(255.0 * (v <= 0.0031308 ? 12.92 * v : 1.055 * pow(v, 1.0 / 2.4) - 0.055) + 0.5);
    rgb[c] = (uint8_t)(byte < 0.0 ? 0.0 : byte > 255.0 ? 255.0 : byte);
  }
}

#endif
`;
