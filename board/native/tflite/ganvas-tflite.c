/* Draws ten images with a .tflite generator through TensorFlow Lite's C API and writes them as PNG, as the application of
   NXP's AN12954 does: result_im_1.png to result_im_10.png, with the time of each.
     ganvas-tflite model.tflite [--count 10] [--seed 1] [--threads 4] [--out DIR]
   Takes float32 and int8 models whose input is noise (for models with classes use ganvas-infer). Needs TensorFlow Lite 2.6
   or newer with its C API, as NXP's eIQ has it (package tensorflow-lite of i.MX Linux), or libtensorflowlite_c. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <tensorflow/lite/c/c_api.h>

#include "../png.h"

enum { MOST_IMAGES = 1000 };

typedef struct {
  const char *model, *out;
  uint32_t count, seed, threads;
} options;

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1000.0 + (double)t.tv_nsec / 1e6;
}

static uint32_t mixed(uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;
  return x ^ (x >> 16);
}

/* Number `i` of image `index`: twelve uniform numbers add up to a nearly normal one. The same as in ganvas-infer. */
static float noise(uint32_t seed, uint32_t index, uint32_t i) {
  uint32_t draw = mixed(mixed(seed + 0x9e3779b9u) + index) + 12 * i;
  int32_t sum = -6 * 65536;
  for (int k = 0; k < 12; k++) sum += (int32_t)(mixed(draw++) >> 16);
  return (float)sum / 65536.0f;
}

static int fail(const char *what) {
  fprintf(stderr, "ganvas-tflite: %s\n", what);
  return 1;
}

static long bounded(double value, long low, long high) {
  return value < (double)low ? low : value > (double)high ? high : lround(value);
}

static int fill(TfLiteTensor *input, uint32_t seed, uint32_t index) {
  const TfLiteQuantizationParams q = TfLiteTensorQuantizationParams(input);
  const size_t bytes = TfLiteTensorByteSize(input);
  void *data = TfLiteTensorData(input);
  if (TfLiteTensorType(input) == kTfLiteFloat32) {
    for (uint32_t i = 0; i < bytes / sizeof(float); i++) ((float *)data)[i] = noise(seed, index, i);
    return 1;
  }
  if (TfLiteTensorType(input) != kTfLiteInt8 || !(q.scale > 0)) return 0;
  for (uint32_t i = 0; i < bytes; i++)
    ((int8_t *)data)[i] = (int8_t)bounded((double)(noise(seed, index, i) / q.scale) + q.zero_point, -128, 127);
  return 1;
}

/* Values from -1 to 1 as pixels. */
static int read_pixels(const TfLiteTensor *output, uint8_t *pixels, size_t count) {
  const TfLiteQuantizationParams q = TfLiteTensorQuantizationParams(output);
  const void *data = TfLiteTensorData(output);
  for (size_t i = 0; i < count; i++) {
    double value;
    if (TfLiteTensorType(output) == kTfLiteFloat32)
      value = (double)((const float *)data)[i];
    else if (TfLiteTensorType(output) == kTfLiteInt8)
      value = (double)(((const int8_t *)data)[i] - q.zero_point) * (double)q.scale;
    else
      return 0;
    pixels[i] = (uint8_t)bounded((value + 1.0) * 127.5, 0, 255);
  }
  return 1;
}

static int by_size(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static int draw(const options *o, TfLiteInterpreter *interpreter) {
  static double times[MOST_IMAGES];
  if (TfLiteInterpreterAllocateTensors(interpreter) != kTfLiteOk) return fail("the tensors do not fit into memory");
  TfLiteTensor *input = TfLiteInterpreterGetInputTensor(interpreter, 0);
  const TfLiteTensor *output = TfLiteInterpreterGetOutputTensor(interpreter, 0);
  if (!input || !output || TfLiteTensorNumDims(output) != 4) return fail("the model draws no image");
  const int32_t height = TfLiteTensorDim(output, 1), width = TfLiteTensorDim(output, 2), channels = TfLiteTensorDim(output, 3);
  if (height < 1 || width < 1 || (channels != 1 && channels != 3)) return fail("the model draws no grey or RGB image");
  const size_t size = (size_t)height * (size_t)width * (size_t)channels;
  uint8_t *pixels = malloc(size);
  if (!pixels) return fail("no memory for an image");
  int status = 0;
  for (uint32_t n = 0; n < o->count && status == 0; n++) {
    char path[1024];
    const int length = snprintf(path, sizeof path, "%s/result_im_%u.png", o->out, n + 1);
    if (!fill(input, o->seed, n)) status = fail("the model's input is neither float32 nor int8");
    const double started = now_ms();
    if (status == 0 && TfLiteInterpreterInvoke(interpreter) != kTfLiteOk) status = fail("the model does not run");
    times[n] = now_ms() - started;
    if (status == 0 && !read_pixels(output, pixels, size)) status = fail("the model's output is neither float32 nor int8");
    if (status == 0 && (length < 0 || (size_t)length >= sizeof path ||
                        !write_png(path, pixels, (uint32_t)width, (uint32_t)height, (uint32_t)channels)))
      status = fail("an image cannot be written");
    if (status == 0) printf("result_im_%u.png  %.3f ms\n", n + 1, times[n]);
  }
  free(pixels);
  if (status != 0) return status;
  qsort(times, o->count, sizeof times[0], by_size);
  printf("%u images, median %.3f ms an image, TensorFlow Lite %s\n", o->count, times[o->count / 2], TfLiteVersion());
  return 0;
}

static int number(const char *text, uint32_t low, uint32_t high, uint32_t *value) {
  char *rest;
  const unsigned long read = strtoul(text, &rest, 10);
  *value = (uint32_t)read;
  return text[0] >= '0' && text[0] <= '9' && *rest == 0 && read >= low && read <= high;
}

static int read_options(int argc, char **argv, options *o) {
  for (int i = 1; i < argc; i++) {
    const char *name = argv[i];
    if (name[0] != '-') {
      if (o->model) return 0;
      o->model = name;
      continue;
    }
    if (++i == argc) return 0;
    if (strcmp(name, "--out") == 0) {
      o->out = argv[i];
    } else if (!(strcmp(name, "--count") == 0 && number(argv[i], 1, MOST_IMAGES, &o->count)) &&
               !(strcmp(name, "--seed") == 0 && number(argv[i], 0, 0xffffffffu, &o->seed)) &&
               !(strcmp(name, "--threads") == 0 && number(argv[i], 1, 64, &o->threads))) {
      return 0;
    }
  }
  return o->model != NULL;
}

int main(int argc, char **argv) {
  options o = {NULL, ".", 10, 1, 4};
  if (!read_options(argc, argv, &o)) {
    fprintf(stderr, "usage: ganvas-tflite model.tflite [--count N] [--seed N] [--threads N] [--out DIR]\n");
    return 2;
  }
  TfLiteModel *model = TfLiteModelCreateFromFile(o.model);
  if (!model) return fail("the model cannot be read");
  TfLiteInterpreterOptions *settings = TfLiteInterpreterOptionsCreate();
  TfLiteInterpreterOptionsSetNumThreads(settings, (int32_t)o.threads);
  TfLiteInterpreter *interpreter = TfLiteInterpreterCreate(model, settings);
  TfLiteInterpreterOptionsDelete(settings);
  const int status = interpreter ? draw(&o, interpreter) : fail("the model needs operations that this runtime lacks");
  if (interpreter) TfLiteInterpreterDelete(interpreter);
  TfLiteModelDelete(model);
  return status;
}
