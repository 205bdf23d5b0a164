/* Written from src/exporters/cSource/kernels.ts by scripts/writeCKernels.ts; do not edit. */
#ifndef GANVAS_KERNELS_H
#define GANVAS_KERNELS_H

#include <string.h>

#include "step.h"

/* floor(value / 2^bits) for any sign: what a shift right does, spelled so that C promises it. */
static int64_t floor_shift(int64_t value, int bits) {
  return value >= 0 ? value >> bits : ~(~value >> bits);
}

/* Within 32 bits: what lies beyond is as far beyond every output. */
static int64_t in_32_bits(int64_t value) {
  return value > INT32_MAX ? INT32_MAX : value < INT32_MIN ? INT32_MIN : value;
}

/* sum * mantissa * 2^(exponent - 31), rounded to the nearest twice. */
static int64_t multiplied(const numbers *n, int f, int32_t sum) {
  const int exponent = n->exponent[f];
  const int left = exponent > 0 ? exponent : 0;
  const int right = exponent > 0 ? 0 : -exponent;
  const int64_t product = in_32_bits((int64_t)sum * ((int64_t)1 << left)) * n->mantissa[f];
  const int64_t nudge = product >= 0 ? ((int64_t)1 << 30) : 1 - ((int64_t)1 << 30);
  int64_t value = (product + nudge) / ((int64_t)1 << 31);
  if (right > 0) {
    const int64_t quotient = floor_shift(value, right);
    const int64_t rest = value - quotient * ((int64_t)1 << right);
    const int64_t half = (((int64_t)1 << right) - 1) / 2 + (value < 0 ? 1 : 0);
    value = quotient + (rest > half ? 1 : 0);
  }
  return value;
}

static int8_t saturated(int64_t value, int32_t low) {
  return (int8_t)(value < low ? low : value > 127 ? 127 : value);
}

/* A sum as the output of a channel. */
static int8_t scaled(const numbers *n, const step *s, int channel, int32_t sum) {
  return saturated(multiplied(n, s->factors == 1 ? 0 : channel, sum) + s->out_zero, s->low);
}

static int32_t dot(const int8_t *in, const int8_t *weights, int count, int16_t zero) {
  int32_t sum = 0;
  for (int i = 0; i < count; i++) sum += (int32_t)(int16_t)(in[i] - zero) * (int16_t)weights[i];
  return sum;
}

static int kernel_width(const step *s) { return s->kernel_width ? s->kernel_width : s->kernel; }
static int stride_width(const step *s) { return s->stride_width ? s->stride_width : s->stride; }

static void dense(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int inputs = s->in_height * s->in_width * s->in_channels;
  const int outputs = s->out_height * s->out_width * s->out_channels;
  for (int o = 0; o < outputs; o++)
    out[o] = scaled(n, s, o, n->bias[o] + dot(in, n->weights + (size_t)o * (size_t)inputs, inputs, (int16_t)s->in_zero));
}

static void conv2d(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int high = s->in_height << s->doubled, wide = s->in_width << s->doubled, channels = s->in_channels;
  const int columns = kernel_width(s), across = stride_width(s);
  for (int row = 0; row < s->out_height; row++)
    for (int column = 0; column < s->out_width; column++)
      for (int f = 0; f < s->out_channels; f++) {
        const int8_t *w = n->weights + (size_t)f * (size_t)(s->kernel * columns * channels);
        int32_t sum = n->bias[f];
        for (int ky = 0; ky < s->kernel; ky++) {
          const int y = row * s->stride + ky - s->top;
          if (y < 0 || y >= high) continue;
          for (int kx = 0; kx < columns; kx++) {
            const int x = column * across + kx - s->left;
            if (x < 0 || x >= wide) continue;
            const size_t pixel = (size_t)(y >> s->doubled) * (size_t)s->in_width + (size_t)(x >> s->doubled);
            sum += dot(in + pixel * (size_t)channels, w + (ky * columns + kx) * channels, channels, (int16_t)s->in_zero);
          }
        }
        *out++ = scaled(n, s, f, sum);
      }
}

/* One filter for each channel. */
static void depthwise(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int high = s->in_height << s->doubled, wide = s->in_width << s->doubled, channels = s->in_channels;
  const int columns = kernel_width(s), across = stride_width(s);
  for (int row = 0; row < s->out_height; row++)
    for (int column = 0; column < s->out_width; column++)
      for (int c = 0; c < channels; c++) {
        const int8_t *w = n->weights + (size_t)c * (size_t)(s->kernel * columns);
        int32_t sum = n->bias[c];
        for (int ky = 0; ky < s->kernel; ky++) {
          const int y = row * s->stride + ky - s->top;
          if (y < 0 || y >= high) continue;
          for (int kx = 0; kx < columns; kx++) {
            const int x = column * across + kx - s->left;
            if (x < 0 || x >= wide) continue;
            const size_t pixel = (size_t)(y >> s->doubled) * (size_t)s->in_width + (size_t)(x >> s->doubled);
            sum += (in[pixel * (size_t)channels + (size_t)c] - s->in_zero) * w[ky * columns + kx];
          }
        }
        *out++ = scaled(n, s, c, sum);
      }
}

/* Gathers: each output asks which inputs reach it, so no image of 32-bit sums is needed. */
static void conv2d_transpose(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int channels = s->in_channels, columns = kernel_width(s), across = stride_width(s);
  for (int row = 0; row < s->out_height; row++)
    for (int column = 0; column < s->out_width; column++)
      for (int f = 0; f < s->out_channels; f++) {
        const int8_t *w = n->weights + (size_t)f * (size_t)(s->kernel * columns * channels);
        int32_t sum = n->bias[f];
        for (int ky = (row + s->top) % s->stride; ky < s->kernel && ky <= row + s->top; ky += s->stride) {
          const int y = (row + s->top - ky) / s->stride;
          if (y >= s->in_height) continue;
          for (int kx = (column + s->left) % across; kx < columns && kx <= column + s->left; kx += across) {
            const int x = (column + s->left - kx) / across;
            if (x >= s->in_width) continue;
            const size_t pixel = (size_t)y * (size_t)s->in_width + (size_t)x;
            sum += dot(in + pixel * (size_t)channels, w + (ky * columns + kx) * channels, channels, (int16_t)s->in_zero);
          }
        }
        *out++ = scaled(n, s, f, sum);
      }
}

static void scale_shift(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int size = s->out_height * s->out_width * s->out_channels;
  for (int i = 0; i < size; i++) {
    const int c = i % s->out_channels;
    out[i] = scaled(n, s, c, (in[i] - s->in_zero) * n->weights[c] + n->bias[c]);
  }
}

/* A function of one number; entry 0 is that of -128. */
static void look_up(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int size = s->out_height * s->out_width * s->out_channels;
  for (int i = 0; i < size; i++) out[i] = n->weights[in[i] + 128];
}

static void double_image(const step *s, const int8_t *in, int8_t *out) {
  const size_t channels = (size_t)s->in_channels;
  for (int y = 0; y < s->out_height; y++)
    for (int x = 0; x < s->out_width; x++, out += channels)
      memcpy(out, in + ((size_t)(y >> 1) * (size_t)s->in_width + (size_t)(x >> 1)) * channels, channels);
}

static void pad_image(const step *s, const int8_t *in, int8_t *out) {
  const size_t row = (size_t)s->in_width * (size_t)s->in_channels, wide = (size_t)s->out_width * (size_t)s->in_channels;
  memset(out, (int)s->in_zero, wide * (size_t)s->out_height);
  for (int y = 0; y < s->in_height; y++)
    memcpy(out + (size_t)(y + s->top) * wide + (size_t)(s->left * s->in_channels), in + (size_t)y * row, row);
}

static void crop_image(const step *s, const int8_t *in, int8_t *out) {
  const size_t row = (size_t)s->out_width * (size_t)s->out_channels;
  for (int y = 0; y < s->out_height; y++, out += row)
    memcpy(out, in + ((size_t)(y + s->top) * (size_t)s->in_width + (size_t)s->left) * (size_t)s->in_channels, row);
}

/* Where a place beyond the border lies in the mirrored side. */
static int mirrored(int at, int side) {
  const int inside = at < 0 ? -at : at;
  return inside < side ? inside : 2 * (side - 1) - inside;
}

static void mirror_image(const step *s, const int8_t *in, int8_t *out) {
  const size_t channels = (size_t)s->in_channels;
  for (int row = 0; row < s->out_height; row++)
    for (int column = 0; column < s->out_width; column++, out += channels) {
      const int y = mirrored(row - s->top, s->in_height), x = mirrored(column - s->left, s->in_width);
      memcpy(out, in + ((size_t)y * (size_t)s->in_width + (size_t)x) * channels, channels);
    }
}

/* Means of what lies inside of the image, halves rounded away from zero. */
static void average_pool(const step *s, const int8_t *in, int8_t *out) {
  for (int row = 0; row < s->out_height; row++)
    for (int column = 0; column < s->out_width; column++)
      for (int c = 0; c < s->in_channels; c++) {
        int32_t sum = 0, count = 0;
        for (int ky = 0; ky < s->kernel; ky++) {
          const int y = row * s->stride + ky - s->top;
          if (y < 0 || y >= s->in_height) continue;
          for (int kx = 0; kx < kernel_width(s); kx++) {
            const int x = column * stride_width(s) + kx - s->left;
            if (x < 0 || x >= s->in_width) continue;
            sum += in[((size_t)y * (size_t)s->in_width + (size_t)x) * (size_t)s->in_channels + (size_t)c];
            count++;
          }
        }
        *out++ = (int8_t)((sum > 0 ? sum + count / 2 : sum - count / 2) / count);
      }
}

static void max_pool(const step *s, const int8_t *in, int8_t *out) {
  for (int row = 0; row < s->out_height; row++)
    for (int column = 0; column < s->out_width; column++)
      for (int c = 0; c < s->in_channels; c++) {
        int8_t most = -128;
        for (int ky = 0; ky < s->kernel; ky++) {
          const int y = row * s->stride + ky - s->top;
          if (y < 0 || y >= s->in_height) continue;
          for (int kx = 0; kx < kernel_width(s); kx++) {
            const int x = column * stride_width(s) + kx - s->left;
            if (x < 0 || x >= s->in_width) continue;
            const int8_t value = in[((size_t)y * (size_t)s->in_width + (size_t)x) * (size_t)s->in_channels + (size_t)c];
            if (value > most) most = value;
          }
        }
        *out++ = most;
      }
}

/* The two pixels that an output lies between along one side, and how far it is on the way, in 1024ths. */
typedef struct {
  int low, high;
  int32_t share;
} between;

static between between_pixels(int at, int from, int to) {
  const int32_t one = (1024 * from + to / 2) / to, place = at * one + one / 2 - 512;
  const int low = place / 1024 > 0 ? place / 1024 : 0, high = (place + 1023) / 1024;
  const between b = {low, high < from - 1 ? high : from - 1, place - 1024 * low};
  return b;
}

/* Bilinear, with half-pixel centres. */
static void resize_image(const step *s, const int8_t *in, int8_t *out) {
  const size_t channels = (size_t)s->in_channels, wide = (size_t)s->in_width;
  for (int row = 0; row < s->out_height; row++) {
    const between down = between_pixels(row, s->in_height, s->out_height);
    for (int column = 0; column < s->out_width; column++) {
      const between across = between_pixels(column, s->in_width, s->out_width);
      const int8_t *top_left = in + ((size_t)down.low * wide + (size_t)across.low) * channels;
      const int8_t *top_right = in + ((size_t)down.low * wide + (size_t)across.high) * channels;
      const int8_t *bottom_left = in + ((size_t)down.high * wide + (size_t)across.low) * channels;
      const int8_t *bottom_right = in + ((size_t)down.high * wide + (size_t)across.high) * channels;
      for (size_t c = 0; c < channels; c++) {
        const int32_t above = top_left[c] * (1024 - across.share) + top_right[c] * across.share;
        const int32_t below = bottom_left[c] * (1024 - across.share) + bottom_right[c] * across.share;
        const int32_t sum = above * (1024 - down.share) + below * down.share;
        *out++ = (int8_t)((sum > 0 ? sum + 524288 : sum - 524288) / 1048576);
      }
    }
  }
}

/* Two values, shifted left by 20 bits and brought to one scale; the factors are of the first, the second and the sum. */
static void add_values(const numbers *n, const step *s, const int8_t *in, const int8_t *other, int8_t *out) {
  const size_t size = (size_t)s->out_height * (size_t)s->out_width * (size_t)s->out_channels;
  for (size_t i = 0; i < size; i++) {
    const int64_t first = multiplied(n, 0, (in[i] - s->in_zero) * (1 << 20));
    const int64_t second = multiplied(n, 1, (other[i] - s->other_zero) * (1 << 20));
    out[i] = saturated(multiplied(n, 2, (int32_t)in_32_bits(first + second)) + s->out_zero, -128);
  }
}

/* One of the values that lie side by side in the output's channels, from its first one on. */
static void place_part(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const size_t pixels = (size_t)s->in_height * (size_t)s->in_width, channels = (size_t)s->in_channels;
  for (size_t pixel = 0; pixel < pixels; pixel++)
    for (size_t c = 0; c < channels; c++)
      out[pixel * (size_t)s->out_channels + (size_t)s->first + c] =
          saturated(multiplied(n, 0, in[pixel * channels + c] - s->in_zero) + s->out_zero, -128);
}

/* The factors are of what is positive and of what is negative times its slope. */
static void prelu(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const size_t channels = (size_t)s->in_channels, size = (size_t)s->in_height * (size_t)s->in_width * channels;
  for (size_t i = 0; i < size; i++) {
    const int32_t value = in[i] - s->in_zero;
    const int64_t made = value >= 0 ? multiplied(n, 0, value) : multiplied(n, 1, value * n->weights[i % channels]);
    out[i] = saturated(made + s->out_zero, -128);
  }
}

/* Shares of the channels of each pixel; the table of powers begins with that of the largest value. */
static void softmax(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int pixels = s->in_height * s->in_width, channels = s->in_channels;
  for (int pixel = 0; pixel < pixels; pixel++, in += channels, out += channels) {
    int most = -128;
    int64_t sum = 0;
    for (int c = 0; c < channels; c++) most = in[c] > most ? in[c] : most;
    for (int c = 0; c < channels; c++) sum += n->bias[most - in[c]];
    for (int c = 0; c < channels; c++) {
      const int64_t share = (512 * (int64_t)n->bias[most - in[c]] + sum) / (2 * sum) - 128;
      out[c] = (int8_t)(share > 127 ? 127 : share);
    }
  }
}

#include "norms.h"

#endif
