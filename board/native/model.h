/* A generator, a translator or a classifier as `model.bin` holds it: steps of int8 arithmetic and their numbers, little endian, as written by
   src/exporters/native/binary.ts of Ganvas, which defines the format. The numbers stay where the file lies (memory or
   flash); nothing is allocated here. */
#ifndef GANVAS_MODEL_H
#define GANVAS_MODEL_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *file;
  uint32_t steps, step_bytes;
  uint32_t latent;  /* random numbers that the generator takes, or values of a picture */
  uint32_t classes; /* classes behind them as one of n; 0 for none */
  float latent_scale;
  int32_t latent_zero;
  uint32_t height, width, channels;
  uint32_t arena; /* bytes of values between input and output */
  /* Of what names pictures: `channels` names, each ending with a zero; NULL of everything else. */
  const char *names;
  /* Where the file says it (GANVAS3 and GANVAS4; else all are 0): the sides of a picture as a person gives it, what becomes
     of it before it is the input, and how to read what comes out: (image[i] - made_zero) * made_scale. */
  uint32_t picture_height, picture_width, picture_channels;
  uint32_t preparation, block;
  int32_t made_zero;
  float made_scale;
} ganvas_model;

enum {
  AS_IT_IS,
  LIGHTNESS, /* its lightness goes in, two axes of its colour come out */
  COARSE     /* the mean of each `block` x `block` values in place of them */
};

/* Checks every number of the file that the steps rely on; NULL when it is whole, else what is wrong.
   `file` must lie at a multiple of four. */
const char *ganvas_open(ganvas_model *model, const uint8_t *file, size_t size);

/* Bytes of latent and class, and of an image: rows of pixels, channels last. */
uint32_t ganvas_input_size(const ganvas_model *model);
uint32_t ganvas_image_size(const ganvas_model *model);

/* Fills an input: image `index` of the series `seed`; `chosen` is its class, ignored without classes. The random numbers
   are sums of twelve uniform ones, the same on every machine. */
void ganvas_draw_latent(const ganvas_model *model, uint32_t seed, uint32_t index, uint32_t chosen, int8_t *input);

/* A real number as the input holds it. */
int8_t ganvas_quantized(const ganvas_model *model, float value);

/* Draws one image; pixel = image[i] + 128. `arena` has model->arena bytes. */
void ganvas_run(const ganvas_model *model, const int8_t *input, int8_t *arena, int8_t *image);

#endif
