/* Reads a picture (PGM, PPM, or bare floats in a file named .f32) in the place of noise, for networks that take one. */
#ifndef GANVAS_PICTURE_H
#define GANVAS_PICTURE_H

#include "model.h"

/* Fills an input with the picture's pixels, black -1 and white 1. The file must hold as many values as the network takes,
   in the sides that it names or the proportion of what it draws: nothing is scaled here. NULL when it did, else what is wrong. */
const char *read_picture(const char *name, const ganvas_model *model, int8_t *input);

#endif
