/* Writes 8-bit grey or RGB images as PNG. No compression: an image of a generator is a few kilobytes. */
#ifndef GANVAS_PNG_H
#define GANVAS_PNG_H

#include <stdint.h>

/* pixels: rows, channels last, 1 or 3 of them. 1 when the whole file was written, else 0. */
int write_png(const char *name, const uint8_t *pixels, uint32_t width, uint32_t height, uint32_t channels);

#endif
