// The C99 functions of an exported generator. Fixed text; which of them a program needs is chosen by `kernelSource`.
// Arithmetic as in TensorFlow Lite's int8 reference kernels, see src/graph/fixedPoint.ts.

const REQUANTIZE = `
/* sum * mantissa * 2^(exponent - 31), rounded as TensorFlow Lite rounds; then the zero point, then saturation. */
static int8_t requantize(int32_t sum, int32_t mantissa, int exponent, int32_t zero, int32_t low) {
  const int left = exponent > 0 ? exponent : 0;
  const int right = exponent > 0 ? 0 : -exponent;
  const int64_t product = (int64_t)sum * ((int64_t)1 << left) * mantissa;
  const int64_t nudge = product >= 0 ? ((int64_t)1 << 30) : 1 - ((int64_t)1 << 30);
  int64_t value = (product + nudge) / ((int64_t)1 << 31);
  if (right > 0) {
    const int64_t power = (int64_t)1 << right;
    int64_t quotient = value / power;
    int64_t rest = value % power;
    if (rest < 0) {
      rest += power;
      quotient -= 1;
    }
    value = quotient + (rest > (power - 1) / 2 + (value < 0 ? 1 : 0) ? 1 : 0);
  }
  value += zero;
  return (int8_t)(value < low ? low : value > 127 ? 127 : value);
}
`;

const KERNELS = {
  dense: `
static void dense(const int8_t *in, int inputs, int32_t in_zero, const layer *l, int8_t *out, int outputs) {
  for (int o = 0; o < outputs; o++) {
    const int8_t *w = l->weights + (long)o * inputs;
    int32_t sum = l->bias[o];
    for (int i = 0; i < inputs; i++) sum += (in[i] - in_zero) * w[i];
    out[o] = scaled(l, o, sum);
  }
}
`,
  conv2d: `
/* doubled = 1 reads the image as if each pixel stood there twice in both directions. */
static void conv2d(const int8_t *in, int height, int width, int channels, int32_t in_zero, int doubled, const layer *l,
                   int kernel, int stride, int top, int left, int8_t *out, int rows, int columns, int filters) {
  const int tall = height << doubled, wide = width << doubled;
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      for (int f = 0; f < filters; f++) {
        int32_t sum = l->bias[f];
        for (int ky = 0; ky < kernel; ky++) {
          const int y = row * stride + ky - top;
          if (y < 0 || y >= tall) continue;
          for (int kx = 0; kx < kernel; kx++) {
            const int x = column * stride + kx - left;
            if (x < 0 || x >= wide) continue;
            const int8_t *p = in + ((long)(y >> doubled) * width + (x >> doubled)) * channels;
            const int8_t *w = l->weights + (((long)f * kernel + ky) * kernel + kx) * channels;
            for (int c = 0; c < channels; c++) sum += (p[c] - in_zero) * w[c];
          }
        }
        out[((long)row * columns + column) * filters + f] = scaled(l, f, sum);
      }
}
`,
  depthwiseConv2d: `
/* One filter for each channel; doubled = 1 reads the image as if each pixel stood there twice in both directions. */
static void depthwise(const int8_t *in, int height, int width, int channels, int32_t in_zero, int doubled,
                      const layer *l, int kernel, int stride, int top, int left, int8_t *out, int rows, int columns) {
  const int tall = height << doubled, wide = width << doubled;
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      for (int c = 0; c < channels; c++) {
        const int8_t *w = l->weights + (long)c * kernel * kernel;
        int32_t sum = l->bias[c];
        for (int ky = 0; ky < kernel; ky++) {
          const int y = row * stride + ky - top;
          if (y < 0 || y >= tall) continue;
          for (int kx = 0; kx < kernel; kx++) {
            const int x = column * stride + kx - left;
            if (x < 0 || x >= wide) continue;
            const int8_t *p = in + ((long)(y >> doubled) * width + (x >> doubled)) * channels;
            sum += (p[c] - in_zero) * w[ky * kernel + kx];
          }
        }
        *out++ = scaled(l, c, sum);
      }
}
`,
  conv2dTranspose: `
static void conv2d_transpose(const int8_t *in, int height, int width, int channels, int32_t in_zero, const layer *l,
                             int kernel, int stride, int top, int left, int8_t *out, int rows, int columns,
                             int filters) {
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      for (int f = 0; f < filters; f++) {
        int32_t sum = l->bias[f];
        for (int ky = (row + top) % stride; ky < kernel; ky += stride) {
          const int y = (row + top - ky) / stride;
          if (row + top < ky || y >= height) continue;
          for (int kx = (column + left) % stride; kx < kernel; kx += stride) {
            const int x = (column + left - kx) / stride;
            if (column + left < kx || x >= width) continue;
            const int8_t *p = in + ((long)y * width + x) * channels;
            const int8_t *w = l->weights + (((long)f * kernel + ky) * kernel + kx) * channels;
            for (int c = 0; c < channels; c++) sum += (p[c] - in_zero) * w[c];
          }
        }
        out[((long)row * columns + column) * filters + f] = scaled(l, f, sum);
      }
}
`,
  scaleShift: `
static void scale_shift(const int8_t *in, int size, int channels, int32_t in_zero, const layer *l, int8_t *out) {
  for (int i = 0; i < size; i++) {
    const int c = i % channels;
    out[i] = scaled(l, c, (in[i] - in_zero) * l->weights[c] + l->bias[c]);
  }
}
`,
  table: `
/* A function of one number; entry 0 is that of -128. */
static void look_up(const int8_t *in, int size, const int8_t *table, int8_t *out) {
  for (int i = 0; i < size; i++) out[i] = table[in[i] + 128];
}
`,
  upsample: `
static void double_image(const int8_t *in, int width, int channels, int8_t *out, int rows, int columns) {
  for (int y = 0; y < rows; y++)
    for (int x = 0; x < columns; x++)
      memcpy(out + ((long)y * columns + x) * channels, in + ((long)(y >> 1) * width + (x >> 1)) * channels,
             (size_t)channels);
}
`,
  zeroPad: `
static void pad_image(const int8_t *in, int height, int row_bytes, int32_t zero, int8_t *out, int size, int wide_bytes,
                      int first) {
  memset(out, (int)zero, (size_t)size);
  for (int y = 0; y < height; y++) memcpy(out + first + (long)y * wide_bytes, in + (long)y * row_bytes, (size_t)row_bytes);
}
`,
} as const;

export type KernelName = keyof typeof KERNELS;

const LAYER = `
typedef struct {
  const int8_t *weights;
  const int32_t *bias;
  const int32_t *mantissa; /* one per output channel, or one for all */
  const int8_t *exponent;
  int per_channel; /* 1 or 0 */
  int32_t zero;    /* zero point of the output */
  int32_t low;     /* smallest output: the zero point after a rectifier */
} layer;

static int8_t scaled(const layer *l, int channel, int32_t sum) {
  const int i = channel * l->per_channel;
  return requantize(sum, l->mantissa[i], l->exponent[i], l->zero, l->low);
}
`;

/** The functions that a program calls, once each. */
export const kernelSource = (names: ReadonlySet<KernelName>): string =>
  REQUANTIZE + LAYER + [...names].map((name) => KERNELS[name]).join('');
