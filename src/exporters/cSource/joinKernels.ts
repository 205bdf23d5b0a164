// C99 functions that bring values to one scale and join them, learned slopes, and softmax. Part of the text in kernels.ts;
// the same arithmetic as src/graph/integerJoins.ts.
export const JOIN_KERNELS = {
  add: `
/* Two values, shifted left by 20 bits and brought to one scale; the factors are of the first, the second and the sum. */
static void add_values(const numbers *n, const step *s, const int8_t *in, const int8_t *other, int8_t *out) {
  const size_t size = (size_t)s->out_height * (size_t)s->out_width * (size_t)s->out_channels;
  for (size_t i = 0; i < size; i++) {
    const int64_t first = multiplied(n, 0, (in[i] - s->in_zero) * (1 << 20));
    const int64_t second = multiplied(n, 1, (other[i] - s->other_zero) * (1 << 20));
    out[i] = saturated(multiplied(n, 2, (int32_t)in_32_bits(first + second)) + s->out_zero, -128);
  }
}
`,
  concat: `
/* One of the values that lie side by side in the output's channels, from its first one on. */
static void place_part(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const size_t pixels = (size_t)s->in_height * (size_t)s->in_width, channels = (size_t)s->in_channels;
  for (size_t pixel = 0; pixel < pixels; pixel++)
    for (size_t c = 0; c < channels; c++)
      out[pixel * (size_t)s->out_channels + (size_t)s->first + c] =
          saturated(multiplied(n, 0, in[pixel * channels + c] - s->in_zero) + s->out_zero, -128);
}
`,
  prelu: `
/* The factors are of what is positive and of what is negative times its slope. */
static void prelu(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const size_t channels = (size_t)s->in_channels, size = (size_t)s->in_height * (size_t)s->in_width * channels;
  for (size_t i = 0; i < size; i++) {
    const int32_t value = in[i] - s->in_zero;
    const int64_t made = value >= 0 ? multiplied(n, 0, value) : multiplied(n, 1, value * n->weights[i % channels]);
    out[i] = saturated(made + s->out_zero, -128);
  }
}
`,
  softmax: `
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
`,
} as const;
