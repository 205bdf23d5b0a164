/* Written from src/exporters/cSource/kernels.ts by scripts/writeCKernels.ts; do not edit. */
#ifndef GANVAS_STEP_H
#define GANVAS_STEP_H

#include <stdint.h>

typedef struct {
  int32_t kind;
  int32_t from, to; /* byte in the arena, or a place that is not in it */
  int32_t in_height, in_width, in_channels;
  int32_t out_height, out_width, out_channels;
  int32_t kernel, stride, top, left;
  int32_t doubled;  /* 1: reads the image as if each pixel stood there twice in both directions */
  int32_t in_zero, out_zero;
  int32_t low;      /* smallest output: the zero point after a rectifier */
  int32_t factors;  /* one, or one per output channel */
  int32_t weights, bias, mantissa, exponent; /* where in the file; a table is in weights */
  int32_t kernel_width, stride_width;        /* 0: as kernel and stride, which then count both sides */
  int32_t other, other_zero;                 /* of two values, the second: its place and zero point */
  int32_t first;                             /* of the output's channels, the one where a part begins */
} step;

/* The numbers of a step. */
typedef struct {
  const int8_t *weights; /* of a table, its 256 entries */
  const int32_t *bias;   /* of softmax, its 256 powers */
  const int32_t *mantissa;
  const int8_t *exponent;
} numbers;

#endif
