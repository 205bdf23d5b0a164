// The C99 functions that draw in integers: the one text of them. A generated project takes what its model needs
// (`kernelSource`); board/native/step.h, kernels.h, norms.h and picture_file.h are such text whole, which kernels.test.ts holds them to
// (`npx tsx scripts/writeCKernels.ts` writes them). Arithmetic as in TensorFlow Lite's int8 reference kernels, see
// src/graph/fixedPoint.ts. Sums of products of 16-bit numbers, which compilers turn into vector instructions.
import { IMAGE_KERNELS } from './imageKernels';
import { JOIN_KERNELS } from './joinKernels';
import { LAB_SOURCE } from './labSource';
import { PICTURE_FILE_SOURCE } from './pictureFile';
import { NORM_KERNELS, NORMALIZE } from './normKernels';
import { WINDOW_KERNELS } from './windowKernels';

/** One step as model.bin lays it out; a generated project fills the same fields in. New fields go to the end. */
export const STEP_SOURCE = `
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
`;

const MULTIPLIED = `
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
`;

const SCALED = `
/* A sum as the output of a channel. */
static int8_t scaled(const numbers *n, const step *s, int channel, int32_t sum) {
  return saturated(multiplied(n, s->factors == 1 ? 0 : channel, sum) + s->out_zero, s->low);
}
`;

const KERNELS = {
  ...WINDOW_KERNELS,
  scaleShift: `
static void scale_shift(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int size = s->out_height * s->out_width * s->out_channels;
  for (int i = 0; i < size; i++) {
    const int c = i % s->out_channels;
    out[i] = scaled(n, s, c, (in[i] - s->in_zero) * n->weights[c] + n->bias[c]);
  }
}
`,
  table: `
/* A function of one number; entry 0 is that of -128. */
static void look_up(const numbers *n, const step *s, const int8_t *in, int8_t *out) {
  const int size = s->out_height * s->out_width * s->out_channels;
  for (int i = 0; i < size; i++) out[i] = n->weights[in[i] + 128];
}
`,
  ...IMAGE_KERNELS,
  ...JOIN_KERNELS,
  ...NORM_KERNELS,
} as const;

export type KernelName = keyof typeof KERNELS;

interface KernelFunction {
  readonly name: string;
  /** Whether it takes the numbers of its step. */
  readonly numbers: boolean;
  /** How many values it reads. */
  readonly inputs: 1 | 2;
}

const numbered = (name: string): KernelFunction => ({ name, numbers: true, inputs: 1 });
const plain = (name: string): KernelFunction => ({ name, numbers: false, inputs: 1 });

/** The function of each kernel. */
export const FUNCTIONS: Readonly<Record<KernelName, KernelFunction>> = {
  dense: numbered('dense'),
  conv2d: numbered('conv2d'),
  depthwiseConv2d: numbered('depthwise'),
  conv2dTranspose: numbered('conv2d_transpose'),
  scaleShift: numbered('scale_shift'),
  table: numbered('look_up'),
  upsample: plain('double_image'),
  zeroPad: plain('pad_image'),
  crop: plain('crop_image'),
  reflectionPad: plain('mirror_image'),
  averagePool: plain('average_pool'),
  maxPool: plain('max_pool'),
  resize: plain('resize_image'),
  add: { name: 'add_values', numbers: true, inputs: 2 },
  concat: numbered('place_part'),
  prelu: numbered('prelu'),
  softmax: numbered('softmax'),
  layerNorm: numbered('layer_norm'),
  instanceNorm: numbered('instance_norm'),
  pixelNorm: numbered('pixel_norm'),
  embedding: numbered('look_up_row'),
};

const NORMS: readonly KernelName[] = ['layerNorm', 'instanceNorm', 'pixelNorm'];
const SUMS: readonly KernelName[] = ['dense', 'conv2d', 'depthwiseConv2d', 'conv2dTranspose', 'scaleShift'];

/** Helpers and who calls them; a project holds no function that it does not call. */
const HELPERS: readonly { readonly source: string; readonly of: readonly KernelName[] }[] = [
  { source: MULTIPLIED, of: [...SUMS, ...NORMS, 'add', 'concat', 'prelu'] },
  { source: SCALED, of: SUMS },
  { source: NORMALIZE, of: NORMS },
  {
    source: `
static int32_t dot(const int8_t *in, const int8_t *weights, int count, int16_t zero) {
  int32_t sum = 0;
  for (int i = 0; i < count; i++) sum += (int32_t)(int16_t)(in[i] - zero) * (int16_t)weights[i];
  return sum;
}
`,
    of: ['dense', 'conv2d', 'conv2dTranspose'],
  },
  {
    source: `
static int kernel_width(const step *s) { return s->kernel_width ? s->kernel_width : s->kernel; }
static int stride_width(const step *s) { return s->stride_width ? s->stride_width : s->stride; }
`,
    of: ['conv2d', 'depthwiseConv2d', 'conv2dTranspose', 'averagePool', 'maxPool'],
  },
];

/** The functions that a program calls, once each, with what they call. */
export const kernelSource = (names: ReadonlySet<KernelName>): string => {
  const helpers = HELPERS.filter(({ of }) => of.some((name) => names.has(name)));
  const kernels = Object.entries(KERNELS).filter(([name]) => [...names].some((wanted) => wanted === name));
  return [...helpers.map(({ source }) => source), ...kernels.map(([, source]) => source)].join('');
};

const GENERATED = `/* Written from src/exporters/cSource/kernels.ts by scripts/writeCKernels.ts; do not edit. */`;

/** The files of board/native that are this text. */
export const NATIVE_FILES: Readonly<Record<string, string>> = {
  'picture_file.h': `${GENERATED}${PICTURE_FILE_SOURCE}`,
  'lab.h': `${GENERATED}\n${LAB_SOURCE}`,
  'step.h': `${GENERATED}
#ifndef GANVAS_STEP_H
#define GANVAS_STEP_H

#include <stdint.h>
${STEP_SOURCE}
#endif
`,
  'kernels.h': `${GENERATED}
#ifndef GANVAS_KERNELS_H
#define GANVAS_KERNELS_H

#include <string.h>

#include "step.h"
${kernelSource(new Set(Object.keys(FUNCTIONS).filter((name): name is KernelName => name in KERNELS && !(name in NORM_KERNELS))))}
#include "norms.h"

#endif
`,
  'norms.h': `${GENERATED}
#ifndef GANVAS_NORMS_H
#define GANVAS_NORMS_H

#include "kernels.h"
${NORMALIZE}${Object.values(NORM_KERNELS).join('')}
#endif
`,
};
