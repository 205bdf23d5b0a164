/* The layout of model.bin: a header of 16 words, steps of 24 words, then the numbers of the steps. */
#ifndef GANVAS_FORMAT_H
#define GANVAS_FORMAT_H

#include <stdint.h>

enum { HEADER_BYTES = 64, STEP_BYTES = 96, STEP_WORDS = 24 };
enum { FROM_INPUT = -1, TO_IMAGE = -2 }; /* places that are not in the arena */

typedef enum { DENSE, CONV2D, CONV2D_TRANSPOSE, SCALE_SHIFT, TABLE, UPSAMPLE, ZERO_PAD, DEPTHWISE } step_kind;

typedef struct {
  int32_t kind;
  int32_t from, to; /* byte in the arena, or one of the places above */
  int32_t in_height, in_width, in_channels;
  int32_t out_height, out_width, out_channels;
  int32_t kernel, stride, top, left;
  int32_t doubled;  /* 1: reads the image as if each pixel stood there twice in both directions */
  int32_t in_zero, out_zero;
  int32_t low;      /* smallest output: the zero point after a rectifier */
  int32_t factors;  /* one, or one per output channel */
  int32_t weights, bias, mantissa, exponent; /* where in the file; a table is in weights */
  int32_t reserved[2];
} step;

typedef char step_is_as_long_as_in_the_file[sizeof(step) == STEP_BYTES ? 1 : -1];

void run_step(const uint8_t *file, const step *s, const int8_t *in, int8_t *out);

#endif
