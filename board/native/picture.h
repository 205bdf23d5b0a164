/* Pictures (PGM, PPM, or bare floats in a file named .f32) in the place of noise, for networks that take one, and what the
   network makes, as a file. */
#ifndef GANVAS_PICTURE_H
#define GANVAS_PICTURE_H

#include "model.h"

/* Numbers that `read_picture` needs room for, one for each value of the input where the picture is prepared, else none; and
   bytes that `write_made` does. */
uint32_t picture_values(const ganvas_model *model);
uint32_t colour_bytes(const ganvas_model *model);

/* Fills an input with the picture's pixels, black -1 and white 1, prepared as the model says. The file must hold as many values
   as the network takes, in the sides that it names or the proportion of what it draws: nothing is scaled here; bare floats are
   lightness already where that goes in. NULL when it did, else what is wrong. `values` keeps what went in. */
const char *read_picture(const char *name, const ganvas_model *model, float *values, int8_t *input);

/* Writes what came out, which changes it: grey and RGB as FOLDER/result_im_N.png, two axes of colour as such a PNG upon the
   lightness in `values`, other channels as bare floats in .f32. `path` is the name, of `size` bytes at most. 1 when it did. */
int write_made(char *path, size_t size, const char *folder, uint32_t n, const ganvas_model *model, const float *values,
               uint8_t *colours, int8_t *image);

#endif
