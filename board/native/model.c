/* Opens and runs model.bin: a file that is cut, damaged or made up is refused before a step runs. */
#include "model.h"

#include <string.h>

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

static const step *step_at(const ganvas_model *model, uint32_t index) {
  return (const step *)(const void *)(model->file + HEADER_BYTES + (size_t)index * STEP_BYTES);
}

static uint64_t volume(int32_t height, int32_t width, int32_t channels) {
  return (uint64_t)height * (uint64_t)width * (uint64_t)channels;
}
static uint64_t in_size(const step *s) { return volume(s->in_height, s->in_width, s->in_channels); }
static uint64_t out_size(const step *s) { return volume(s->out_height, s->out_width, s->out_channels); }

/* `count` things of `bytes` bytes lie at `at`, inside of the file and where such a thing may lie. */
static int lies(int32_t at, uint64_t count, uint32_t bytes, size_t size) {
  return at >= HEADER_BYTES && at % (int32_t)bytes == 0 && (uint64_t)at + count * bytes <= size;
}

static int is_side(int32_t value, int32_t most) { return value >= 1 && value <= most; }

static int shapes_fit(const step *s) {
  const int32_t high = s->in_height << s->doubled, wide = s->in_width << s->doubled;
  switch (s->kind) {
    case DENSE:
      return !s->doubled;
    case DEPTHWISE:
    case CONV2D:
      /* the window of the last output begins inside of the image */
      return (s->kind == CONV2D || s->in_channels == s->out_channels) &&
             (int64_t)(s->out_height - 1) * s->stride - s->top < high &&
             (int64_t)(s->out_width - 1) * (s->stride_width ? s->stride_width : s->stride) - s->left < wide;
    case CONV2D_TRANSPOSE:
      return !s->doubled;
    case SCALE_SHIFT:
    case TABLE:
      return in_size(s) == out_size(s) && !s->doubled && s->in_channels == s->out_channels;
    case UPSAMPLE:
      return s->out_height == 2 * s->in_height && s->out_width == 2 * s->in_width && s->out_channels == s->in_channels &&
             !s->doubled;
    case ZERO_PAD:
      return s->in_height + s->top <= s->out_height && s->in_width + s->left <= s->out_width &&
             s->out_channels == s->in_channels && !s->doubled;
    default:
      return 0;
  }
}

static int numbers_lie(const step *s, size_t size) {
  const uint64_t outputs = s->kind == DENSE ? out_size(s) : (uint64_t)s->out_channels;
  const uint64_t columns = (uint64_t)(s->kernel_width ? s->kernel_width : s->kernel);
  uint64_t weights = 0;
  switch (s->kind) {
    case TABLE:
      return lies(s->weights, 256, 1, size);
    case UPSAMPLE:
    case ZERO_PAD:
      return 1;
    case DENSE:
      weights = in_size(s) * outputs;
      break;
    case SCALE_SHIFT:
      weights = outputs;
      break;
    case DEPTHWISE:
      weights = outputs * (uint64_t)s->kernel * columns;
      break;
    default:
      weights = outputs * (uint64_t)s->kernel * columns * (uint64_t)s->in_channels;
  }
  if (!lies(s->weights, weights, 1, size) || !lies(s->bias, outputs, 4, size)) return 0;
  if (s->factors != 1 && (uint64_t)s->factors != outputs) return 0;
  if (!lies(s->mantissa, (uint64_t)s->factors, 4, size) || !lies(s->exponent, (uint64_t)s->factors, 1, size)) return 0;
  return 1;
}

static int exponents_fit(const uint8_t *file, const step *s) {
  if (s->kind == TABLE || s->kind == UPSAMPLE || s->kind == ZERO_PAD) return 1;
  for (int32_t i = 0; i < s->factors; i++) {
    const int8_t exponent = (int8_t)file[s->exponent + i];
    if (exponent < -31 || exponent > 30 || word(file + s->mantissa + 4 * i) >> 31) return 0;
  }
  return 1;
}

static const char *check_step(const ganvas_model *model, size_t size, uint32_t index, int32_t at, uint64_t values) {
  const step *s = step_at(model, index);
  const int32_t sides[] = {s->in_height, s->in_width, s->out_height, s->out_width};
  for (int i = 0; i < 4; i++)
    if (!is_side(sides[i], 4096)) return "a step has an impossible size";
  if (!is_side(s->in_channels, 1 << 20) || !is_side(s->out_channels, 1 << 20)) return "a step has impossible channels";
  if (s->kind < DENSE || s->kind > DEPTHWISE) return "a step of an unknown kind";
  if (!is_side(s->kernel, 64) || !is_side(s->stride, 64) || s->kernel_width < 0 || s->kernel_width > 64 ||
      s->stride_width < 0 || s->stride_width > 64)
    return "a step has an impossible kernel";
  if (s->top < 0 || s->top > 64 || s->left < 0 || s->left > 64 || s->doubled < 0 || s->doubled > 1)
    return "a step has impossible padding";
  if (s->in_zero < -128 || s->in_zero > 127 || s->out_zero < -128 || s->out_zero > 127 || s->low < -128 || s->low > 127)
    return "a step has an impossible zero point";
  if (in_size(s) > 1u << 28 || out_size(s) > 1u << 28 || in_size(s) != values || s->from != at || !shapes_fit(s))
    return "a step does not fit the one before";
  if (!numbers_lie(s, size) || !exponents_fit(model->file, s)) return "the numbers of a step are not in the file";
  const int last = index + 1 == model->steps;
  if (last && s->to != TO_IMAGE && s->kind != TABLE) return "the last step draws no image";
  if (s->to == TO_IMAGE) {
    if (out_size(s) != ganvas_image_size(model)) return "the image has another size than the last step";
  } else if (s->to < 0 || (uint64_t)s->to + out_size(s) > model->arena) {
    return "a step writes beside the memory";
  }
  const int in_place = s->from == s->to;
  if (in_place && s->kind != TABLE) return "a step overwrites what it reads";
  if (!in_place && s->from >= 0 && s->to >= 0) {
    const uint64_t from_end = (uint64_t)s->from + in_size(s), to_end = (uint64_t)s->to + out_size(s);
    if ((uint64_t)s->from < to_end && (uint64_t)s->to < from_end) return "a step overwrites what it reads";
  }
  return NULL;
}

const char *ganvas_open(ganvas_model *model, const uint8_t *file, size_t size) {
  static const int32_t one = 1;
  if (*(const uint8_t *)&one != 1) return "this machine is big endian; the file is not";
  if (((uintptr_t)file & 3u) != 0) return "the file does not lie at a multiple of four";
  if (size < HEADER_BYTES || memcmp(file, "GANVAS1", 8) != 0) return "it is no model.bin of Ganvas";
  if (word(file + 8) != size || size > 0x7fffffffu) return "the file is cut short or has something behind it";
  if (word(file + 12) != crc32_of(file + 16, size - 16)) return "the file is damaged: its checksum is another";
  const uint32_t scale = word(file + 28);
  model->file = file;
  model->steps = word(file + 16);
  model->latent = word(file + 20);
  model->classes = word(file + 24);
  memcpy(&model->latent_scale, &scale, 4);
  model->latent_zero = (int32_t)word(file + 32);
  model->height = word(file + 36);
  model->width = word(file + 40);
  model->channels = word(file + 44);
  model->arena = word(file + 48);
  if (model->steps < 1 || model->steps > 1000 || HEADER_BYTES + (uint64_t)model->steps * STEP_BYTES > size)
    return "the steps are not in the file";
  if (model->latent < 1 || model->latent > 1u << 16 || model->classes > 1000) return "the input has an impossible size";
  if (!(model->latent_scale > 1e-9f && model->latent_scale < 1e9f)) return "the input has an impossible scale";
  if (model->latent_zero < -128 || model->latent_zero > 127) return "the input has an impossible zero point";
  if (model->height < 1 || model->height > 4096 || model->width < 1 || model->width > 4096 ||
      (model->channels != 1 && model->channels != 3) || model->arena > 1u << 28)
    return "the image has an impossible size";
  int32_t at = FROM_INPUT;
  uint64_t values = ganvas_input_size(model);
  for (uint32_t i = 0; i < model->steps; i++) {
    const char *problem = check_step(model, size, i, at, values);
    if (problem) return problem;
    at = step_at(model, i)->to;
    values = out_size(step_at(model, i));
  }
  return at == TO_IMAGE ? NULL : "the last step draws no image";
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

static int8_t quantized(const ganvas_model *model, float value) {
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
    input[i] = quantized(model, (float)(sum - 6 * 65536) / 65536.0f);
  }
  for (uint32_t i = 0; i < model->classes; i++) input[model->latent + i] = quantized(model, i == chosen ? 1.0f : 0.0f);
}

void ganvas_run(const ganvas_model *model, const int8_t *input, int8_t *arena, int8_t *image) {
  for (uint32_t i = 0; i < model->steps; i++) {
    const step *s = step_at(model, i);
    const int8_t *in = s->from == FROM_INPUT ? input : s->from == TO_IMAGE ? image : arena + s->from;
    run_step(model->file, s, in, s->to == TO_IMAGE ? image : arena + s->to);
  }
}
