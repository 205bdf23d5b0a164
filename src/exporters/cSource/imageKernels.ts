// C99 functions that move the pixels of one image or take the mean, the largest or a mixture of neighbours: nothing here
// has numbers of its own. Part of the text in kernels.ts; the same arithmetic as src/graph/copies.ts and integerJoins.ts.
export const IMAGE_KERNELS = {
  upsample: `
static void double_image(const step *s, const int8_t *in, int8_t *out) {
  const size_t channels = (size_t)s->in_channels;
  for (int y = 0; y < s->out_height; y++)
    for (int x = 0; x < s->out_width; x++, out += channels)
      memcpy(out, in + ((size_t)(y >> 1) * (size_t)s->in_width + (size_t)(x >> 1)) * channels, channels);
}
`,
  zeroPad: `
static void pad_image(const step *s, const int8_t *in, int8_t *out) {
  const size_t row = (size_t)s->in_width * (size_t)s->in_channels, wide = (size_t)s->out_width * (size_t)s->in_channels;
  memset(out, (int)s->in_zero, wide * (size_t)s->out_height);
  for (int y = 0; y < s->in_height; y++)
    memcpy(out + (size_t)(y + s->top) * wide + (size_t)(s->left * s->in_channels), in + (size_t)y * row, row);
}
`,
  crop: `
static void crop_image(const step *s, const int8_t *in, int8_t *out) {
  const size_t row = (size_t)s->out_width * (size_t)s->out_channels;
  for (int y = 0; y < s->out_height; y++, out += row)
    memcpy(out, in + ((size_t)(y + s->top) * (size_t)s->in_width + (size_t)s->left) * (size_t)s->in_channels, row);
}
`,
  reflectionPad: `
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
`,
  averagePool: `
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
`,
  maxPool: `
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
`,
  resize: `
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
`,
} as const;
