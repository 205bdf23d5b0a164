/* Written from src/exporters/cSource/kernels.ts by scripts/writeCKernels.ts; do not edit. */
#ifndef GANVAS_NORMS_H
#define GANVAS_NORMS_H

#include "kernels.h"

/* 2^16 over the square root of a number from 1 to 2^62, as a factor. */
static void inverse_root(uint64_t value, int32_t *mantissa, int8_t *exponent) {
  int doublings = 0;
  uint64_t root = 0, share;
  for (; value < (uint64_t)1 << 60; doublings++) value *= 4;
  for (int bit = 30; bit >= 0; bit--) {
    const uint64_t next = root | (uint64_t)1 << bit;
    if (next * next <= value) root = next;
  }
  share = ((uint64_t)1 << 61) / root;
  *mantissa = (int32_t)(share > INT32_MAX ? INT32_MAX : share);
  *exponent = (int8_t)(doublings - 14);
}

/* A group of values that lie `stride` apart, of which the first is that of channel `first`, over their root mean square;
   `centred`: less their mean. The last factor is the epsilon. */
static void normalize(const numbers *n, const step *s, const int8_t *in, int8_t *out, int32_t first, int32_t stride,
                      int32_t count, int centred) {
  const int32_t factors = s->factors, power = n->exponent[factors];
  const uint64_t epsilon = (uint64_t)n->mantissa[factors];
  int64_t sum = 0, squares = 0;
  int32_t mantissa;
  int8_t exponent;
  for (int32_t i = 0; i < count; i++) {
    const int64_t value = in[(size_t)i * (size_t)stride] - s->in_zero;
    sum += centred ? value : 0;
    squares += value * value;
  }
  const uint64_t spread = (uint64_t)(count * squares - sum * sum) + (power >= 0 ? epsilon << power : epsilon >> -power);
  inverse_root(spread > 0 ? spread : 1, &mantissa, &exponent);
  const numbers inverse = {n->weights, n->bias, &mantissa, &exponent};
  for (int32_t i = 0; i < count; i++) {
    const size_t at = (size_t)i * (size_t)stride;
    const int32_t f = factors == 1 ? 0 : stride > 1 ? first : i % s->in_channels;
    const int64_t normal = multiplied(&inverse, 0, (int32_t)(count * (in[at] - s->in_zero) - sum)) * n->weights[f];
    const int64_t made = multiplied(n, f, (int32_t)in_32_bits(normal)) + n->bias[f];
    out[at] = saturated(floor_shift(made + 128, 8) + s->out_zero, -128);
  }
}

static void layer_norm(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  normalize(n, s, in, out, 0, 1, s->in_height * s->in_width * s->in_channels, 1);
}

static void instance_norm(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  for (int32_t c = 0; c < s->in_channels; c++)
    normalize(n, s, in + c, out + c, c, s->in_channels, s->in_height * s->in_width, 1);
}

static void pixel_norm(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int32_t pixels = s->in_height * s->in_width;
  for (int32_t pixel = 0; pixel < pixels; pixel++, in += s->in_channels, out += s->in_channels)
    normalize(n, s, in, out, 0, 1, s->in_channels, 0);
}

/* A row of as many as `kernel` counts; which one stands in a table, entry 0 that of -128. */
static void look_up_row(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const size_t units = (size_t)s->out_channels;
  memcpy(out, n->weights + (size_t)n->bias[in[0] + 128] * units, units);
}

#endif
