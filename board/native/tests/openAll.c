/* Opens many files that lie behind one another (length, bytes), runs those that open, and counts both kinds. Built with
   sanitizers: whatever a file says, nothing beside it is read or written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model.h"

int main(int argc, char **argv) {
  FILE *all = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (!all) return 2;
  int refused = 0, opened = 0;
  uint8_t head[4];
  while (fread(head, 1, 4, all) == 4) {
    const size_t size = head[0] | (size_t)head[1] << 8 | (size_t)head[2] << 16 | (size_t)head[3] << 24;
    uint8_t *file = malloc(size);
    if (!file || fread(file, 1, size, all) != size) return 2;
    ganvas_model model;
    if (ganvas_open(&model, file, size)) {
      refused++;
    } else {
      int8_t *input = malloc(ganvas_input_size(&model)), *image = malloc(ganvas_image_size(&model));
      int8_t *arena = malloc(model.arena ? model.arena : 1);
      if (!input || !image || !arena) return 2;
      ganvas_draw_latent(&model, 1, 0, 0, input);
      ganvas_run(&model, input, arena, image);
      free(input);
      free(image);
      free(arena);
      opened++;
    }
    free(file);
  }
  printf("%d refused, %d opened\n", refused, opened);
  return 0;
}
