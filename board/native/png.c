/* A PNG in stored deflate blocks, written row by row without a buffer. https://www.w3.org/TR/png-3/, RFC 1950, RFC 1951. */
#include "png.h"

#include <stdio.h>

typedef struct {
  FILE *file;
  uint32_t crc, low, high; /* CRC-32 of the chunk, Adler-32 of the data */
  uint32_t data_left, block_left;
  int ok;
} writer;

enum { BLOCK = 65535 };

static void put(writer *w, const uint8_t *bytes, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    w->crc ^= bytes[i];
    for (int bit = 0; bit < 8; bit++) w->crc = w->crc & 1u ? 0xedb88320u ^ (w->crc >> 1) : w->crc >> 1;
  }
  w->ok &= fwrite(bytes, 1, count, w->file) == count;
}

static void put_word(writer *w, uint32_t value) {
  const uint8_t bytes[4] = {(uint8_t)(value >> 24), (uint8_t)(value >> 16), (uint8_t)(value >> 8), (uint8_t)value};
  put(w, bytes, 4);
}

static void begin(writer *w, const char *type, uint32_t length) {
  put_word(w, length);
  w->crc = 0xffffffffu;
  put(w, (const uint8_t *)type, 4);
}

static void end(writer *w) { put_word(w, ~w->crc); }

/* Data of the image: into stored blocks of at most 65,535 bytes, the last one marked. */
static void put_data(writer *w, const uint8_t *bytes, uint32_t count) {
  while (count > 0) {
    if (w->block_left == 0) {
      const uint32_t size = w->data_left < BLOCK ? w->data_left : BLOCK;
      const uint8_t head[5] = {w->data_left <= BLOCK, (uint8_t)size, (uint8_t)(size >> 8), (uint8_t)~size,
                               (uint8_t)(~size >> 8)};
      put(w, head, 5);
      w->block_left = size;
    }
    const uint32_t part = count < w->block_left ? count : w->block_left;
    put(w, bytes, part);
    for (uint32_t i = 0; i < part; i++) {
      w->low = (w->low + bytes[i]) % 65521u;
      w->high = (w->high + w->low) % 65521u;
    }
    bytes += part;
    count -= part;
    w->block_left -= part;
    w->data_left -= part;
  }
}

int write_png(const char *name, const uint8_t *pixels, uint32_t width, uint32_t height, uint32_t channels) {
  static const uint8_t signature[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  static const uint8_t zlib[2] = {0x78, 0x01}, no_filter = 0;
  const uint8_t kind[5] = {8, channels == 3 ? 2 : 0, 0, 0, 0}; /* 8 bits; RGB or grey */
  const uint32_t row = width * channels, size = (row + 1) * height, blocks = (size + BLOCK - 1) / BLOCK;
  writer w = {fopen(name, "wb"), 0, 1, 0, size, 0, 1};
  if (!w.file) return 0;
  put(&w, signature, 8);
  begin(&w, "IHDR", 13);
  put_word(&w, width);
  put_word(&w, height);
  put(&w, kind, 5);
  end(&w);
  begin(&w, "IDAT", 2 + size + 5 * blocks + 4);
  put(&w, zlib, 2);
  for (uint32_t y = 0; y < height; y++) {
    put_data(&w, &no_filter, 1);
    put_data(&w, pixels + (size_t)y * row, row);
  }
  put_word(&w, w.high << 16 | w.low);
  end(&w);
  begin(&w, "IEND", 0);
  end(&w);
  return (fclose(w.file) == 0) & w.ok;
}
