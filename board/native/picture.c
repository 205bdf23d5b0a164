/* A picture in the place of noise, from a file (picture_file.h), and what the network makes as a file. */
#include "picture.h"

#include <stdio.h>

#include "lab.h"
#include "picture_file.h"
#include "png.h"

uint32_t picture_values(const ganvas_model *model) { return model->preparation == AS_IT_IS ? 0 : model->latent; }

uint32_t colour_bytes(const ganvas_model *model) { return model->preparation == LIGHTNESS ? 3 * model->latent : 0; }

/* NULL when the picture has the sides that the network takes; bare floats do not say theirs. */
static const char *check_sides(const picture_file *picture, const ganvas_model *model) {
  if (!picture->white) return NULL;
  const uint64_t width = (uint64_t)picture->width, height = (uint64_t)picture->height;
  const uint64_t channels = model->preparation == LIGHTNESS ? 1 : (uint64_t)picture->channels;
  if (width * height * channels != model->latent)
    return "has another number of values than the model takes: scale it, grey as PGM, colour as PPM";
  if (model->picture_height) {
    if (height != model->picture_height || width != model->picture_width) return "has other sides than the model takes";
  } else if (width * model->height != height * model->width) {
    return "has other proportions than what the model draws";
  }
  return NULL;
}

/* The next value of what goes in: of colours and greys their lightness where that does. */
static const char *next_prepared(picture_file *picture, const ganvas_model *model, float *value) {
  float rgb[3];
  if (model->preparation != LIGHTNESS || !picture->white) return next_value(picture, value);
  const char *problem = NULL;
  for (int32_t c = 0; c < picture->channels && !problem; c++) problem = next_value(picture, rgb + c);
  if (problem) return problem;
  if (picture->channels == 1) rgb[1] = rgb[2] = rgb[0];
  *value = lightness_of(rgb);
  return NULL;
}

/* The mean of the block in which value `i` lies. */
static float block_mean(const ganvas_model *model, const float *values, uint32_t i) {
  const uint32_t c = i % model->picture_channels, pixel = i / model->picture_channels;
  const uint32_t top = pixel / model->picture_width / model->block * model->block;
  const uint32_t left = pixel % model->picture_width / model->block * model->block;
  double sum = 0.0;
  uint32_t count = 0;
  for (uint32_t y = top; y < top + model->block && y < model->picture_height; y++)
    for (uint32_t x = left; x < left + model->block && x < model->picture_width; x++, count++)
      sum += values[model->picture_channels * (y * model->picture_width + x) + c];
  return (float)(sum / count);
}

const char *read_picture(const char *name, const ganvas_model *model, float *values, int8_t *input) {
  if (model->classes > 0) return "cannot be used: the model draws classes, not pictures out of pictures";
  picture_file picture;
  const char *problem = open_picture(&picture, name);
  if (problem) return problem;
  problem = check_sides(&picture, model);
  for (uint32_t i = 0; i < model->latent && !problem; i++) {
    float value;
    problem = next_prepared(&picture, model, &value);
    if (problem) break;
    if (picture_values(model)) values[i] = value;
    input[i] = ganvas_quantized(model, value);
  }
  const char *behind = close_picture(&picture);
  if (!problem && model->preparation == COARSE)
    for (uint32_t i = 0; i < model->latent; i++) input[i] = ganvas_quantized(model, block_mean(model, values, i));
  return problem ? problem : behind;
}

static float made(const ganvas_model *model, int8_t value) { return (float)(value - model->made_zero) * model->made_scale; }

static int write_floats(const char *path, const ganvas_model *model, const int8_t *image) {
  FILE *file = fopen(path, "wb");
  if (!file) return 0;
  const uint32_t size = ganvas_image_size(model);
  for (uint32_t i = 0; i < size; i++) {
    const float value = made(model, image[i]);
    uint32_t bits;
    memcpy(&bits, &value, 4);
    for (int k = 0; k < 4; k++) fputc((int)(bits >> 8 * k & 255u), file);
  }
  const int whole = !ferror(file);
  return (fclose(file) == 0) & whole;
}

int write_made(char *path, size_t size, const char *folder, uint32_t n, const ganvas_model *model, const float *values,
               uint8_t *colours, int8_t *image) {
  const int coloured = model->preparation == LIGHTNESS, pixels = model->channels == 1 || model->channels == 3;
  const char *ending = coloured || pixels ? "png" : "f32";
  const int length = snprintf(path, size, "%s/result_im_%lu.%s", folder, (unsigned long)n, ending);
  if (length < 0 || (size_t)length >= size) return 0;
  if (coloured) {
    for (uint32_t i = 0; i < model->latent; i++)
      rgb_of(values[i], made(model, image[2 * i]), made(model, image[2 * i + 1]), colours + 3 * i);
    return write_png(path, colours, model->width, model->height, 3);
  }
  if (!pixels) return write_floats(path, model, image);
  for (uint32_t i = 0; i < ganvas_image_size(model); i++) image[i] = (int8_t)((uint8_t)image[i] ^ 0x80u); /* pixel = value + 128 */
  return write_png(path, (const uint8_t *)image, model->width, model->height, model->channels);
}
