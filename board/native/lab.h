/* Written from src/exporters/cSource/kernels.ts by scripts/writeCKernels.ts; do not edit. */
/* Lightness and colour of sRGB: CIE 1976 L*a*b* under D65 (CIE 15:2004), of bytes (IEC 61966-2-1). */
#ifndef LAB_H
#define LAB_H

#include <math.h>
#include <stdint.h>

static const double lab_white[3] = {0.9504700, 1.0000000, 1.0888300};
static const double lab_edge = 6.0 / 29.0;

static double lab_linear(double byte) {
  const double v = byte / 255.0;
  return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

/* Of three channels from -1 to 1, the lightness from -1 to 1. */
static float lightness_of(const float *rgb) {
  static const double to_y[3] = {0.2126729, 0.7151522, 0.0721750};
  double y = 0.0;
  for (int c = 0; c < 3; c++) y += to_y[c] * lab_linear(127.5 * (rgb[c] + 1.0));
  y = y > lab_edge * lab_edge * lab_edge ? cbrt(y) : y / (3.0 * lab_edge * lab_edge) + 4.0 / 29.0;
  return (float)((116.0 * y - 16.0) / 50.0 - 1.0);
}

/* Bytes of a lightness and two axes of colour in units of 110; what no screen shows is cut off. */
static void rgb_of(float lightness, float a, float b, uint8_t *rgb) {
  static const double from_xyz[3][3] = {{3.2404542, -1.5371385, -0.4985314}, {-0.9692660, 1.8760108, 0.0415560}, {0.0556434, -0.2040259, 1.0572252}};
  const double y = (50.0 * (lightness + 1.0) + 16.0) / 116.0;
  double xyz[3] = {y + 110.0 * a / 500.0, y, y - 110.0 * b / 200.0};
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
