/* Opens and runs model.bin: a file that is cut, damaged or made up is refused before a step runs. */
#include "model.h"

#include <string.h>

#include "check.h"
#include "format.h"

static uint32_t word(const uint8_t *at) {
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static uint32_t crc32_of(const uint8_t *bytes, size_t size) {
  uint32_t table[16], crc = 0xffffffffu;
  for (uint32_t i = 0; i < 16; i++) {
    table[i] = i;
    for (int bit = 0; bit < 4; bit++) table[i] = table[i] & 1u ? 0xedb88320u ^ (table[i] >> 1) : table[i] >> 1;
  }
  for (size_t i = 0; i < size; i++) {
    crc ^= bytes[i];
    crc = table[crc & 15u] ^ (crc >> 4);
    crc = table[crc & 15u] ^ (crc >> 4);
  }
  return ~crc;
}

enum { PICTURE_BYTES = 20, PREPARED_BYTES = 28, MOST_NAMES = 256, MOST_CHANNELS = 256, MOST_SIDE = 4096 };

static int is_side(uint32_t value) { return value >= 1 && value <= MOST_SIDE; }

/* What goes in and comes out goes together with what becomes of a picture before. */
static int preparation_fits(const ganvas_model *model) {
  const uint64_t pixels = (uint64_t)model->picture_height * model->picture_width;
  switch (model->preparation) {
    case AS_IT_IS:
      return pixels * model->picture_channels == model->latent;
    case LIGHTNESS:
      return pixels == model->latent && model->picture_channels == 3 && model->height == model->picture_height &&
             model->width == model->picture_width && model->channels == 2;
    case COARSE:
      return pixels * model->picture_channels == model->latent && is_side(model->block);
    default:
      return 0;
  }
}

/* The sides of a picture, how to read what comes out, and of GANVAS4 what becomes of the picture before. `bytes` of it all. */
static const char *read_sides(ganvas_model *model, size_t size, uint32_t bytes) {
  const uint32_t at = word(model->file + 56);
  if (at < HEADER_BYTES || (uint64_t)at + bytes > size) return "what it says of pictures is not in the file";
  const uint8_t *block = model->file + at;
  const uint32_t scale = word(block + 16);
  model->picture_height = word(block);
  model->picture_width = word(block + 4);
  model->picture_channels = word(block + 8);
  model->made_zero = (int32_t)word(block + 12);
  memcpy(&model->made_scale, &scale, 4);
  if (bytes == PREPARED_BYTES) {
    model->preparation = word(block + 20);
    model->block = word(block + 24);
  }
  if (!is_side(model->picture_height) || !is_side(model->picture_width) ||
      (model->picture_channels != 1 && model->picture_channels != 3) || model->classes != 0 || !preparation_fits(model))
    return "the picture has an impossible size";
  if (!(model->made_scale > 1e-9f && model->made_scale < 1e9f) || model->made_zero < -128 || model->made_zero > 127)
    return "what comes out cannot be read";
  return NULL;
}

/* As many names as there are shares. */
static const char *read_names(ganvas_model *model, size_t size) {
  const uint32_t at = word(model->file + 56);
  if (model->height != 1 || model->width != 1 || model->channels < 1 || model->channels > MOST_NAMES)
    return "the file has an impossible number of names";
  uint32_t ends = 0;
  for (size_t i = at + PICTURE_BYTES; i < size; i++) ends += model->file[i] == 0;
  if (ends < model->channels) return "the names are cut short";
  model->names = (const char *)model->file + at + PICTURE_BYTES;
  return NULL;
}

const char *ganvas_open(ganvas_model *model, const uint8_t *file, size_t size) {
  static const int32_t one = 1;
  if (*(const uint8_t *)&one != 1) return "this machine is big endian; the file is not";
  if (((uintptr_t)file & 3u) != 0) return "the file does not lie at a multiple of four";
  const int is_chain = size >= HEADER_BYTES && memcmp(file, "GANVAS1", 8) == 0;
  if (!is_chain && (size < HEADER_BYTES || memcmp(file, "GANVAS", 6) != 0)) return "it is no model.bin of Ganvas";
  const int has_names = !is_chain && memcmp(file, "GANVAS3", 8) == 0;
  const int has_picture = !is_chain && memcmp(file, "GANVAS4", 8) == 0;
  if (!is_chain && !has_names && !has_picture && memcmp(file, "GANVAS2", 8) != 0)
    return "it is of a version that this program does not know";
  if (word(file + 8) != size || size > 0x7fffffffu) return "the file is cut short or has something behind it";
  if (word(file + 12) != crc32_of(file + 16, size - 16)) return "the file is damaged: its checksum is another";
  const uint32_t scale = word(file + 28);
  memset(model, 0, sizeof *model);
  model->file = file;
  model->step_bytes = is_chain ? CHAIN_STEP_BYTES : STEP_BYTES;
  model->steps = word(file + 16);
  model->latent = word(file + 20);
  model->classes = word(file + 24);
  memcpy(&model->latent_scale, &scale, 4);
  model->latent_zero = (int32_t)word(file + 32);
  model->height = word(file + 36);
  model->width = word(file + 40);
  model->channels = word(file + 44);
  model->arena = word(file + 48);
  if (model->steps < 1 || model->steps > 1000 || HEADER_BYTES + (uint64_t)model->steps * model->step_bytes > size)
    return "the steps are not in the file";
  /* A network from image to image takes a picture: as many numbers as one has. */
  if (model->latent < 1 || model->latent > 1u << 20 || model->classes > 1000) return "the input has an impossible size";
  if (!(model->latent_scale > 1e-9f && model->latent_scale < 1e9f)) return "the input has an impossible scale";
  if (model->latent_zero < -128 || model->latent_zero > 127) return "the input has an impossible zero point";
  if (!is_side(model->height) || !is_side(model->width) || model->channels < 1 || model->channels > MOST_CHANNELS ||
      (uint64_t)model->height * model->width * model->channels > 1u << 28 ||
      (!has_names && !has_picture && model->channels != 1 && model->channels != 3) || model->arena > 1u << 28)
    return "the image has an impossible size";
  const char *unread = has_picture ? read_sides(model, size, PREPARED_BYTES) : NULL;
  if (has_names) unread = read_sides(model, size, PICTURE_BYTES);
  if (has_names && !unread) unread = read_names(model, size);
  if (unread) return unread;
  for (uint32_t i = 0; i < model->steps; i++) {
    const char *problem = check_step(model, size, i);
    if (problem) return problem;
  }
  return NULL;
}

uint32_t ganvas_input_size(const ganvas_model *model) { return model->latent + model->classes; }

uint32_t ganvas_image_size(const ganvas_model *model) { return model->height * model->width * model->channels; }

/* A permutation of 32-bit numbers without visible order (lowbias32, https://nullprogram.com/blog/2018/07/31/). */
static uint32_t mixed(uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;
  return x ^ (x >> 16);
}

int8_t ganvas_quantized(const ganvas_model *model, float value) {
  const float steps = value / model->latent_scale;
  const float bounded = steps < -1000.0f ? -1000.0f : steps > 1000.0f ? 1000.0f : steps;
  const int32_t rounded = (int32_t)(bounded < 0.0f ? bounded - 0.5f : bounded + 0.5f) + model->latent_zero;
  return (int8_t)(rounded < -128 ? -128 : rounded > 127 ? 127 : rounded);
}

void ganvas_draw_latent(const ganvas_model *model, uint32_t seed, uint32_t index, uint32_t chosen, int8_t *input) {
  const uint32_t series = mixed(seed + 0x9e3779b9u) + index;
  uint32_t draw = mixed(series);
  for (uint32_t i = 0; i < model->latent; i++) {
    int32_t sum = 0;
    for (int k = 0; k < 12; k++) sum += (int32_t)(mixed(draw++) >> 16);
    input[i] = ganvas_quantized(model, (float)(sum - 6 * 65536) / 65536.0f);
  }
  for (uint32_t i = 0; i < model->classes; i++) input[model->latent + i] = ganvas_quantized(model, i == chosen ? 1.0f : 0.0f);
}

/* Where a step reads. */
static const int8_t *source(int32_t place, const int8_t *input, const int8_t *arena, const int8_t *image) {
  return place == FROM_INPUT ? input : place == TO_IMAGE ? image : arena + place;
}

void ganvas_run(const ganvas_model *model, const int8_t *input, int8_t *arena, int8_t *image) {
  for (uint32_t i = 0; i < model->steps; i++) {
    const step s = step_at(model, i);
    const int8_t *other = s.kind == ADD ? source(s.other, input, arena, image) : NULL;
    run_step(model->file, &s, source(s.from, input, arena, image), other, s.to == TO_IMAGE ? image : arena + s.to);
  }
}
