/* One step of a generator in integers. The kernels are those of the C export. */
#include "kernels.h"

#include "format.h"

static numbers numbers_of(const uint8_t *file, const step *s) {
  const numbers n = {(const int8_t *)(file + s->weights), (const int32_t *)(const void *)(file + s->bias),
                     (const int32_t *)(const void *)(file + s->mantissa), (const int8_t *)(file + s->exponent)};
  return n;
}

void run_step(const uint8_t *file, const step *s, const int8_t *in, const int8_t *other, int8_t *out) {
  const numbers n = numbers_of(file, s);
  switch (s->kind) {
    case DENSE:
      dense(&n, s, in, out);
      break;
    case CONV2D:
      conv2d(&n, s, in, out);
      break;
    case CONV2D_TRANSPOSE:
      conv2d_transpose(&n, s, in, out);
      break;
    case DEPTHWISE:
      depthwise(&n, s, in, out);
      break;
    case SCALE_SHIFT:
      scale_shift(&n, s, in, out);
      break;
    case TABLE:
      look_up(&n, s, in, out);
      break;
    case UPSAMPLE:
      double_image(s, in, out);
      break;
    case ZERO_PAD:
      pad_image(s, in, out);
      break;
    case CROP:
      crop_image(s, in, out);
      break;
    case REFLECTION_PAD:
      mirror_image(s, in, out);
      break;
    case AVERAGE_POOL:
      average_pool(s, in, out);
      break;
    case MAX_POOL:
      max_pool(s, in, out);
      break;
    case RESIZE:
      resize_image(s, in, out);
      break;
    case PRELU:
      prelu(&n, s, in, out);
      break;
    case SOFTMAX:
      softmax(&n, s, in, out);
      break;
    case LAYER_NORM:
      layer_norm(&n, s, in, out);
      break;
    case INSTANCE_NORM:
      instance_norm(&n, s, in, out);
      break;
    case PIXEL_NORM:
      pixel_norm(&n, s, in, out);
      break;
    case EMBEDDING:
      look_up_row(&n, s, in, out);
      break;
    case CONCAT:
      place_part(&n, s, in, out);
      break;
    case ADD:
      add_values(&n, s, in, other, out);
      break;
  }
}
