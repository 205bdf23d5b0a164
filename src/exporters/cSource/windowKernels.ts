// C99 functions of sums over inputs: dense layers and convolutions. Part of the text in kernels.ts.
export const WINDOW_KERNELS = {
  dense: `
static void dense(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int inputs = s->in_height * s->in_width * s->in_channels;
  const int outputs = s->out_height * s->out_width * s->out_channels;
  for (int o = 0; o < outputs; o++)
    out[o] = scaled(n, s, o, n->bias[o] + dot(in, n->weights + (size_t)o * (size_t)inputs, inputs, (int16_t)s->in_zero));
}
`,
  conv2d: `
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
`,
  depthwiseConv2d: `
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
`,
  conv2dTranspose: `
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
`,
} as const;
