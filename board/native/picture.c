/* Binary PGM and PPM, https://netpbm.sourceforge.net/doc/pgm.html, read a value at a time: no memory is taken. */
#include <stdio.h>

#include "picture.h"

enum { MOST_SIDE = 65535 };

/* The next number of the header, behind spaces and comments; -1 where there is none, or it is larger than `most`. */
static int32_t header_number(FILE *file, int32_t most) {
  int c = fgetc(file);
  while (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '#') {
    if (c == '#')
      while (c != '\n' && c != EOF) c = fgetc(file);
    c = fgetc(file);
  }
  if (c < '0' || c > '9') return -1;
  int32_t number = 0;
  for (; c >= '0' && c <= '9'; c = fgetc(file)) {
    number = 10 * number + (c - '0');
    if (number > most) return -1;
  }
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' ? number : -1; /* one of them ends the header */
}

static const char *read_open(FILE *file, const ganvas_model *model, int8_t *input) {
  if (model->classes > 0) return "the model draws classes, not pictures out of pictures";
  const int p = fgetc(file), kind = fgetc(file);
  if (p != 'P' || (kind != '5' && kind != '6')) return "is no PGM (P5) or PPM (P6) file";
  const uint32_t channels = kind == '6' ? 3 : 1;
  const int32_t width = header_number(file, MOST_SIDE), height = header_number(file, MOST_SIDE);
  const int32_t white = header_number(file, 65535);
  if (width < 1 || height < 1 || white < 1) return "has a header that cannot be read";
  if (white > 255) return "has 16 bits a value; 8 are read";
  if ((uint64_t)width * (uint64_t)height * channels != model->latent)
    return "has another number of values than the model takes: scale it, grey as PGM, colour as PPM";
  if ((uint64_t)width * model->height != (uint64_t)height * model->width)
    return "has other proportions than what the model draws";
  for (uint32_t i = 0; i < model->latent; i++) {
    const int value = fgetc(file);
    if (value == EOF) return "ends too early";
    if (value > white) return "holds a value above its own white";
    input[i] = ganvas_quantized(model, (float)(2 * value) / (float)white - 1.0f);
  }
  return NULL;
}

const char *read_picture(const char *name, const ganvas_model *model, int8_t *input) {
  FILE *file = fopen(name, "rb");
  if (!file) return "cannot be opened";
  const char *problem = read_open(file, model, input);
  fclose(file);
  return problem;
}
