/* ganvas-infer: draws images with a generator, writes them as PNG and says how long each took.
     ganvas-infer model.bin --count 10 --seed 1 --out DIR [--class K]
     ganvas-infer model.bin --picture FILE.ppm --out DIR
   A network from image to image takes the picture where noise would be; --count then says how often, for the times.
   One that names pictures prints the share of every class and writes nothing.
   On a bare board the model is linked in (GANVAS_BUILT_IN) and memory is one static block. */
#ifndef GANVAS_BUILT_IN
#define _POSIX_C_SOURCE 200809L
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model.h"
#include "picture.h"

enum { MOST_IMAGES = 100000, TIMES = 1000 };

typedef struct {
  const char *model, *out, *picture;
  uint32_t count, seed;
  int32_t chosen; /* a class for all images; -1 takes one after the other */
} options;

#ifdef GANVAS_BUILT_IN
#ifndef GANVAS_MEMORY
#define GANVAS_MEMORY (512 * 1024)
#endif
extern const uint8_t ganvas_built_in[], ganvas_built_in_end[];
static float memory_block[GANVAS_MEMORY / sizeof(float)];

static const char *read_model(const char *name, const uint8_t **file, size_t *size) {
  (void)name;
  *file = ganvas_built_in;
  *size = (size_t)(ganvas_built_in_end - ganvas_built_in);
  return NULL;
}
static float *take_memory(size_t bytes) { return bytes <= sizeof memory_block ? memory_block : NULL; }
static void release(void) {}
static double now_ms(void) { return (double)clock() * 1000.0 / CLOCKS_PER_SEC; }
#else
static uint8_t *model_bytes;
static float *memory_block;

static const char *read_model(const char *name, const uint8_t **file, size_t *size) {
  FILE *opened = fopen(name, "rb");
  if (!opened) return "cannot be opened";
  const long length = fseek(opened, 0, SEEK_END) == 0 ? ftell(opened) : -1;
  model_bytes = length > 0 && length < 1L << 30 ? malloc((size_t)length) : NULL;
  const int whole = model_bytes && fseek(opened, 0, SEEK_SET) == 0 &&
                    fread(model_bytes, 1, (size_t)length, opened) == (size_t)length;
  fclose(opened);
  if (!whole) return "cannot be read";
  *file = model_bytes;
  *size = (size_t)length;
  return NULL;
}
static float *take_memory(size_t bytes) { return memory_block = malloc(bytes); }
static void release(void) {
  free(model_bytes);
  free(memory_block);
}
static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1000.0 + (double)t.tv_nsec / 1e6;
}
#endif

static int usage(const char *problem) {
  fprintf(stderr, "ganvas-infer: %s\n", problem);
#ifdef GANVAS_BUILT_IN
  fprintf(stderr, "usage: [--count N] [--seed N] [--out DIR] [--class K | --picture FILE]\n");
#else
  fprintf(stderr, "usage: ganvas-infer model.bin [--count N] [--seed N] [--out DIR] [--class K | --picture FILE]\n");
#endif
  return 2;
}

static int number(const char *text, uint32_t most, uint32_t *value) {
  char *rest;
  if (text[0] < '0' || text[0] > '9') return 0;
  const unsigned long long read = strtoull(text, &rest, 10);
  *value = (uint32_t)read;
  return *rest == 0 && strlen(text) <= 10 && read <= most;
}

/* NULL when understood. */
static const char *read_options(int argc, char **argv, options *o) {
  for (int i = 1; i < argc; i++) {
    const char *name = argv[i];
    if (strncmp(name, "--", 2) != 0) {
#ifdef GANVAS_BUILT_IN
      return "the model is built in; name none";
#else
      if (o->model) return "more than one model";
      o->model = name;
      continue;
#endif
    }
    if (i + 1 == argc) return "the last option needs a value";
    const char *value = argv[++i];
    uint32_t chosen;
    if (strcmp(name, "--count") == 0) {
      if (!number(value, MOST_IMAGES, &o->count) || o->count == 0) return "--count takes 1 to 100000";
    } else if (strcmp(name, "--seed") == 0) {
      if (!number(value, 0xffffffffu, &o->seed)) return "--seed takes 0 to 4294967295";
    } else if (strcmp(name, "--class") == 0) {
      if (!number(value, 999, &chosen)) return "--class takes a number";
      o->chosen = (int32_t)chosen;
    } else if (strcmp(name, "--picture") == 0) {
      o->picture = value;
    } else if (strcmp(name, "--out") == 0) {
      o->out = value;
    } else {
      return "unknown option";
    }
  }
#ifndef GANVAS_BUILT_IN
  if (!o->model) return "name a model";
#endif
  return NULL;
}

static int by_size(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* The share of every class, the largest first. */
static void print_shares(const ganvas_model *model, const int8_t *shares) {
  static uint8_t told[256];
  memset(told, 0, sizeof told);
  for (uint32_t n = 0; n < model->channels; n++) {
    const char *name = model->names, *best_name = NULL;
    uint32_t best = 0;
    for (uint32_t i = 0; i < model->channels; i++, name += strlen(name) + 1) {
      if (told[i] || (best_name && shares[i] <= shares[best])) continue;
      best = i;
      best_name = name;
    }
    told[best] = 1;
    printf("%.4f  %s\n", (double)((float)(shares[best] - model->made_zero) * model->made_scale), best_name);
  }
}

static int draw(const options *o) {
  const char *name = o->model ? o->model : "the built-in model";
  const uint8_t *file;
  size_t size;
  ganvas_model model;
  const char *problem = read_model(o->model, &file, &size);
  if (!problem) problem = ganvas_open(&model, file, size);
  if (problem) {
    fprintf(stderr, "ganvas-infer: %s: %s\n", name, problem);
    return 1;
  }
  if (model.picture_height && !o->picture)
    return usage(model.names ? "the model names pictures: give it one with --picture"
                             : "the model takes pictures: give it one with --picture");
  if (o->chosen >= (int32_t)model.classes) return usage("--class names none of the model's classes");

  const uint32_t input_size = ganvas_input_size(&model), image_size = ganvas_image_size(&model);
  const uint32_t kept = picture_values(&model), shown = colour_bytes(&model);
  const unsigned long needed = kept * sizeof(float) + shown + model.arena + input_size + image_size;
  float *values = take_memory(needed);
  if (!values) {
    fprintf(stderr, "ganvas-infer: %s needs %lu bytes of memory\n", name, needed);
    return 1;
  }
  uint8_t *colours = (uint8_t *)(values + kept);
  int8_t *memory = (int8_t *)colours + shown, *input = memory + model.arena, *image = input + input_size;
  printf("%s: %lu bytes, %lu steps, %lu numbers%s to %lux%lux%lu, %lu bytes of memory\n", name, (unsigned long)size,
         (unsigned long)model.steps, (unsigned long)model.latent, model.classes ? " and a class" : "",
         (unsigned long)model.height, (unsigned long)model.width, (unsigned long)model.channels, needed);

  if (o->picture) {
    problem = read_picture(o->picture, &model, values, input);
    if (problem) {
      fprintf(stderr, "ganvas-infer: %s %s\n", o->picture, problem);
      return 1;
    }
  }
  static double times[TIMES];
  uint32_t timed = 0;
  char path[1024];
  for (uint32_t n = 0; n < o->count; n++) {
    const uint32_t chosen = o->chosen >= 0 ? (uint32_t)o->chosen : model.classes ? n % model.classes : 0;
    if (!o->picture) ganvas_draw_latent(&model, o->seed, n, chosen, input);
    const double started = now_ms();
    ganvas_run(&model, input, memory, image);
    const double took = now_ms() - started;
    if (timed < TIMES) times[timed++] = took;
    if (model.names) continue;
    if (!write_made(path, sizeof path, o->out, n + 1, &model, values, colours, image)) {
      fprintf(stderr, "ganvas-infer: cannot write %s\n", path);
      return 1;
    }
    if (o->count <= 20) printf("%s  %.3f ms\n", path + strlen(o->out) + 1, took);
  }
  if (model.names) print_shares(&model, image);
  qsort(times, timed, sizeof times[0], by_size);
  printf("%lu %s, median %.3f ms an image, slowest %.3f ms\n", (unsigned long)o->count,
         model.names ? "pictures" : "images", times[timed / 2], times[timed - 1]);
  return 0;
}

int main(int argc, char **argv) {
  options o = {NULL, ".", NULL, 0, 1, -1};
  const char *problem = read_options(argc, argv, &o);
  if (problem) return usage(problem);
  if (o.count == 0) o.count = o.picture ? 1 : 10;
  const int status = draw(&o);
  release();
  return status;
}
