/* The layout of model.bin: a header of 16 words, steps of 24 words in GANVAS1 and of 27 from GANVAS2 on, then the numbers of
   the steps, then what the numbers mean in floating point, which is for other readers and passed over here, then in GANVAS3
   and GANVAS4 what the file says of pictures, and in GANVAS3 the names of classes. */
#ifndef GANVAS_FORMAT_H
#define GANVAS_FORMAT_H

#include <stdint.h>

#include "step.h"

enum { HEADER_BYTES = 64, CHAIN_STEP_BYTES = 96, STEP_BYTES = 108 };
enum { FROM_INPUT = -1, TO_IMAGE = -2 }; /* places that are not in the arena */

typedef enum {
  DENSE,
  CONV2D,
  CONV2D_TRANSPOSE,
  SCALE_SHIFT,
  TABLE,
  UPSAMPLE,
  ZERO_PAD,
  DEPTHWISE,
  CROP,
  REFLECTION_PAD,
  AVERAGE_POOL,
  MAX_POOL,
  RESIZE,
  PRELU,
  SOFTMAX,
  ADD,
  CONCAT, /* places one part */
  LAYER_NORM,
  INSTANCE_NORM,
  PIXEL_NORM,
  EMBEDDING
} step_kind;

typedef char step_is_as_long_as_in_the_file[sizeof(step) == STEP_BYTES ? 1 : -1];

/* `other` is read by ADD alone. */
void run_step(const uint8_t *file, const step *s, const int8_t *in, const int8_t *other, int8_t *out);

#endif
