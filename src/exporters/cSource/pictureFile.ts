// The C that reads a picture from a file, a value at a time: the text of board/native/picture_file.h (scripts/writeCKernels.ts) and
// of the generated projects of networks that take pictures.

export const PICTURE_FILE_SOURCE = `
/* Pictures as binary PGM and PPM (https://netpbm.sourceforge.net/doc/pgm.html), or as bare 32-bit floats in a file whose
   name ends in .f32: little endian, rows of pixels, channels last. No memory is taken. */
#ifndef PICTURE_FILE_H
#define PICTURE_FILE_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { MOST_PICTURE_SIDE = 65535 };

typedef struct {
  FILE *file;
  int32_t width, height, channels, white; /* 0 of bare floats, which say none of them */
} picture_file;

static int is_bare(const char *name) {
  const size_t length = strlen(name);
  return length > 4 && strcmp(name + length - 4, ".f32") == 0;
}

/* The next number of the header, behind spaces and comments; -1 where there is none, or it is larger than \`most\`. */
static int32_t header_number(FILE *file, int32_t most) {
  int c = fgetc(file);
  while (c == ' ' || c == '\\t' || c == '\\n' || c == '\\r' || c == '#') {
    if (c == '#')
      while (c != '\\n' && c != EOF) c = fgetc(file);
    c = fgetc(file);
  }
  if (c < '0' || c > '9') return -1;
  int32_t number = 0;
  for (; c >= '0' && c <= '9'; c = fgetc(file)) {
    number = 10 * number + (c - '0');
    if (number > most) return -1;
  }
  return c == ' ' || c == '\\t' || c == '\\n' || c == '\\r' ? number : -1; /* one of them ends the header */
}

/* NULL when the file is open and its header understood; else what is wrong, and no file is open. */
static const char *open_picture(picture_file *picture, const char *name) {
  memset(picture, 0, sizeof *picture);
  FILE *file = fopen(name, "rb");
  if (!file) return "cannot be opened";
  const char *problem = NULL;
  if (!is_bare(name)) {
    const int p = fgetc(file), kind = fgetc(file);
    if (p != 'P' || (kind != '5' && kind != '6')) {
      problem = "is no PGM (P5) or PPM (P6) file, and not named .f32 as bare floats are";
    } else {
      picture->channels = kind == '6' ? 3 : 1;
      picture->width = header_number(file, MOST_PICTURE_SIDE);
      picture->height = header_number(file, MOST_PICTURE_SIDE);
      picture->white = header_number(file, 65535);
      if (picture->width < 1 || picture->height < 1 || picture->white < 1) problem = "has a header that cannot be read";
      else if (picture->white > 255) problem = "has 16 bits a value; 8 are read";
    }
  }
  if (problem) fclose(file);
  else picture->file = file;
  return problem;
}

/* The next value: a bare float as it is, else from -1 (black) to 1 (white). */
static const char *next_value(picture_file *picture, float *value) {
  uint8_t bytes[4];
  const size_t count = picture->white ? 1 : 4;
  if (fread(bytes, 1, count, picture->file) != count) return "ends too early";
  if (picture->white) {
    if (bytes[0] > picture->white) return "holds a value above its own white";
    *value = (float)(2 * bytes[0]) / (float)picture->white - 1.0f;
    return NULL;
  }
  const uint32_t word = (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
  if ((word >> 23 & 255u) == 255u) return "holds what is no finite number";
  memcpy(value, &word, 4);
  return NULL;
}

/* Behind the last value: bare floats end there. */
static const char *close_picture(picture_file *picture) {
  const int more = !picture->white && fgetc(picture->file) != EOF;
  fclose(picture->file);
  return more ? "holds more values than the network takes" : NULL;
}

#endif
`;
