/* Checks the steps of model.bin: whatever a file says, no step reads or writes beside its file and its memory, or reads
   what none before it wrote. */
#include "check.h"

#include <string.h>

enum { MOST_SIDE = 4096, MOST_WINDOW = 1024, MOST_RESIZED = 1024, MOST_NORMALIZED = 1 << 22, MOST_CLASSES = 256 };

step step_at(const ganvas_model *model, uint32_t index) {
  step s;
  memset(&s, 0, sizeof s);
  memcpy(&s, model->file + HEADER_BYTES + (size_t)index * model->step_bytes, model->step_bytes);
  return s;
}

static uint64_t volume(int32_t height, int32_t width, int32_t channels) {
  return (uint64_t)height * (uint64_t)width * (uint64_t)channels;
}
static uint64_t in_size(const step *s) { return volume(s->in_height, s->in_width, s->in_channels); }
static uint64_t out_size(const step *s) { return volume(s->out_height, s->out_width, s->out_channels); }
static int32_t columns_of(const step *s) { return s->kernel_width ? s->kernel_width : s->kernel; }
static int is_side(int32_t value, int32_t most) { return value >= 1 && value <= most; }
static int is_byte(int32_t value) { return value >= -128 && value <= 127; }

/* The window of the last output begins inside of the image. */
static int windows_fit(const step *s) {
  const int32_t high = s->in_height << s->doubled, wide = s->in_width << s->doubled;
  return (int64_t)(s->out_height - 1) * s->stride - s->top < high &&
         (int64_t)(s->out_width - 1) * (s->stride_width ? s->stride_width : s->stride) - s->left < wide;
}

/* The borders below and to the right, which a larger image leaves. */
static int borders_fit(const step *s, int32_t most_high, int32_t most_wide) {
  const int32_t bottom = s->out_height - s->in_height - s->top, right = s->out_width - s->in_width - s->left;
  return bottom >= 0 && right >= 0 && s->top <= most_high && bottom <= most_high && s->left <= most_wide &&
         right <= most_wide;
}

static int shapes_fit(const step *s) {
  const int same_channels = s->in_channels == s->out_channels;
  const int same = same_channels && s->in_height == s->out_height && s->in_width == s->out_width;
  if (s->doubled && s->kind != CONV2D && s->kind != DEPTHWISE) return 0;
  switch (s->kind) {
    case DENSE:
    case CONV2D_TRANSPOSE:
      return 1;
    case CONV2D:
      return windows_fit(s);
    case DEPTHWISE:
      return same_channels && windows_fit(s);
    case AVERAGE_POOL:
    case MAX_POOL:
      /* no window lies beside the image: the mean of nothing has no value */
      return same_channels && windows_fit(s) && s->top < s->kernel && s->left < columns_of(s);
    case SCALE_SHIFT:
    case TABLE:
      return same_channels && in_size(s) == out_size(s);
    case PRELU:
    case SOFTMAX:
    case ADD:
      return same;
    case LAYER_NORM:
    case INSTANCE_NORM:
    case PIXEL_NORM:
      return same && in_size(s) <= MOST_NORMALIZED;
    case EMBEDDING:
      return in_size(s) == 1 && s->out_height == 1 && s->out_width == 1 && s->kernel <= MOST_CLASSES;
    case UPSAMPLE:
      return same_channels && s->out_height == 2 * s->in_height && s->out_width == 2 * s->in_width;
    case ZERO_PAD:
      return same_channels && borders_fit(s, MOST_SIDE, MOST_SIDE);
    case REFLECTION_PAD:
      return same_channels && borders_fit(s, s->in_height - 1, s->in_width - 1);
    case CROP:
      return same_channels && s->out_height + s->top <= s->in_height && s->out_width + s->left <= s->in_width;
    case RESIZE:
      return same_channels && s->out_height <= MOST_RESIZED && s->out_width <= MOST_RESIZED;
    case CONCAT:
      return s->in_height == s->out_height && s->in_width == s->out_width && s->first >= 0 &&
             (int64_t)s->first + s->in_channels <= s->out_channels;
    default:
      return 0;
  }
}

/* `count` things of `bytes` bytes lie at `at`, inside of the file and where such a thing may lie. */
static int lies(int32_t at, uint64_t count, uint32_t bytes, size_t size) {
  return at >= HEADER_BYTES && at % (int32_t)bytes == 0 && (uint64_t)at + count * bytes <= size;
}

/* As many factors lie in the file, and none of them overflows. */
static int factors_lie(const uint8_t *file, const step *s, uint64_t count, size_t size) {
  if ((uint64_t)s->factors != count) return 0;
  if (!lies(s->mantissa, count, 4, size) || !lies(s->exponent, count, 1, size)) return 0;
  for (uint64_t i = 0; i < count; i++) {
    const int8_t exponent = (int8_t)file[(uint64_t)s->exponent + i];
    int32_t mantissa;
    memcpy(&mantissa, file + s->mantissa + 4 * i, 4);
    if (exponent < -31 || exponent > 30 || mantissa < 0) return 0;
  }
  return 1;
}

/* The powers of softmax add up to more than 0. */
static int powers_lie(const uint8_t *file, const step *s, size_t size) {
  if (!lies(s->bias, 256, 4, size)) return 0;
  for (int i = 0; i < 256; i++) {
    int32_t power;
    memcpy(&power, file + s->bias + 4 * i, 4);
    if (power < (i == 0)) return 0;
  }
  return 1;
}

/* Weights, biases and factors of a step that sums products. */
static int weights_lie(const uint8_t *file, const step *s, uint64_t weights, uint64_t outputs, size_t size) {
  return lies(s->weights, weights, 1, size) && lies(s->bias, outputs, 4, size) &&
         factors_lie(file, s, s->factors == 1 ? 1 : outputs, size);
}

/* Signs are 1 or -1; behind the factors stands the epsilon. */
static int norms_lie(const uint8_t *file, const step *s, uint64_t outputs, size_t size) {
  const uint64_t count = s->factors == 1 ? 1 : outputs;
  step whole = *s;
  whole.factors = (int32_t)(count + 1);
  if ((uint64_t)s->factors != count || !lies(s->weights, count, 1, size) || !lies(s->bias, count, 4, size)) return 0;
  for (uint64_t i = 0; i < count; i++) {
    const int8_t sign = (int8_t)file[(uint64_t)s->weights + i];
    int32_t addend;
    memcpy(&addend, file + s->bias + 4 * i, 4);
    if ((sign != 1 && sign != -1) || addend > 1 << 30 || addend < -(1 << 30)) return 0;
  }
  return factors_lie(file, &whole, count + 1, size);
}

/* Every input names a row that there is. */
static int rows_lie(const uint8_t *file, const step *s, uint64_t outputs, size_t size) {
  if (!lies(s->weights, outputs * (uint64_t)s->kernel, 1, size) || !lies(s->bias, 256, 4, size)) return 0;
  for (int i = 0; i < 256; i++) {
    int32_t row;
    memcpy(&row, file + s->bias + 4 * i, 4);
    if (row < 0 || row >= s->kernel) return 0;
  }
  return 1;
}

static int numbers_lie(const uint8_t *file, const step *s, size_t size) {
  const uint64_t outputs = (uint64_t)s->out_channels, window = (uint64_t)s->kernel * (uint64_t)columns_of(s);
  switch (s->kind) {
    case TABLE:
      return lies(s->weights, 256, 1, size);
    case SOFTMAX:
      return powers_lie(file, s, size);
    case PRELU:
      return lies(s->weights, outputs, 1, size) && factors_lie(file, s, 2, size);
    case LAYER_NORM:
    case INSTANCE_NORM:
    case PIXEL_NORM:
      return norms_lie(file, s, outputs, size);
    case EMBEDDING:
      return rows_lie(file, s, outputs, size);
    case ADD:
      return factors_lie(file, s, 3, size);
    case CONCAT:
      return factors_lie(file, s, 1, size);
    case DENSE:
      return weights_lie(file, s, in_size(s) * out_size(s), out_size(s), size);
    case SCALE_SHIFT:
      return weights_lie(file, s, outputs, outputs, size);
    case DEPTHWISE:
      return weights_lie(file, s, outputs * window, outputs, size);
    case CONV2D:
    case CONV2D_TRANSPOSE:
      return weights_lie(file, s, outputs * window * (uint64_t)s->in_channels, outputs, size);
    default:
      return 1;
  }
}

static const char *check_fields(const step *s) {
  const int32_t sides[] = {s->in_height, s->in_width, s->out_height, s->out_width};
  for (int i = 0; i < 4; i++)
    if (!is_side(sides[i], MOST_SIDE)) return "a step has an impossible size";
  if (!is_side(s->in_channels, 1 << 20) || !is_side(s->out_channels, 1 << 20)) return "a step has impossible channels";
  if (s->kind < DENSE || s->kind > EMBEDDING) return "a step of an unknown kind";
  if (!is_side(s->kernel, MOST_WINDOW) || !is_side(s->stride, MOST_WINDOW) || s->kernel_width < 0 ||
      s->kernel_width > MOST_WINDOW || s->stride_width < 0 || s->stride_width > MOST_WINDOW)
    return "a step has an impossible kernel";
  if (s->top < 0 || s->top > MOST_WINDOW || s->left < 0 || s->left > MOST_WINDOW || s->doubled < 0 || s->doubled > 1)
    return "a step has impossible padding";
  if (!is_byte(s->in_zero) || !is_byte(s->out_zero) || !is_byte(s->low) || !is_byte(s->other_zero))
    return "a step has an impossible zero point";
  return in_size(s) > 1u << 28 || out_size(s) > 1u << 28 ? "a step has an impossible size" : NULL;
}

static int overlap(int32_t a, uint64_t a_size, int32_t b, uint64_t b_size) {
  return a == b || (a >= 0 && b >= 0 && (uint64_t)a < (uint64_t)b + b_size && (uint64_t)b < (uint64_t)a + a_size);
}

/* What step `index` reads is the input, or what the last one before it that wrote there has put there, whole. */
static const char *check_source(const ganvas_model *model, uint32_t index, int32_t place, uint64_t values) {
  if (place == FROM_INPUT)
    return values == ganvas_input_size(model) ? NULL : "a step does not fit the input";
  for (uint32_t i = index; i-- > 0;) {
    const step before = step_at(model, i);
    if (!overlap(before.to, out_size(&before), place, values)) continue;
    return before.to == place && out_size(&before) == values ? NULL : "a step does not fit the one before";
  }
  return "a step reads what none before it wrote";
}

/* Parts follow one another from the first channel to the last. */
static int parts_follow(const ganvas_model *model, uint32_t index, const step *s) {
  const int32_t end = s->first + s->in_channels;
  if (s->first > 0) {
    if (index == 0) return 0;
    const step before = step_at(model, index - 1);
    if (before.kind != CONCAT || before.to != s->to || out_size(&before) != out_size(s) ||
        before.out_channels != s->out_channels || before.first + before.in_channels != s->first)
      return 0;
  }
  if (end == s->out_channels) return 1;
  if (index + 1 == model->steps) return 0;
  const step after = step_at(model, index + 1);
  return after.kind == CONCAT && after.first == end; /* the rest is seen when its turn comes */
}

const char *check_step(const ganvas_model *model, size_t size, uint32_t index) {
  const step read = step_at(model, index), *s = &read;
  const char *problem = check_fields(s);
  if (!problem && !shapes_fit(s)) problem = "a step has shapes that do not go together";
  if (!problem) problem = check_source(model, index, s->from, in_size(s));
  if (!problem && s->kind == ADD) problem = check_source(model, index, s->other, in_size(s));
  if (problem) return problem;
  if (!numbers_lie(model->file, s, size)) return "the numbers of a step are not in the file";
  if (s->to == TO_IMAGE) {
    if (out_size(s) != ganvas_image_size(model)) return "the image has another size than the last step";
  } else if (s->to < 0 || (uint64_t)s->to + out_size(s) > model->arena) {
    return "a step writes beside the memory";
  }
  const int in_place = s->kind == TABLE && s->from == s->to;
  if ((!in_place && overlap(s->from, in_size(s), s->to, out_size(s))) ||
      (s->kind == ADD && overlap(s->other, in_size(s), s->to, out_size(s))))
    return "a step overwrites what it reads";
  if (s->kind == CONCAT && !parts_follow(model, index, s)) return "the parts of a step do not lie side by side";
  if (index + 1 == model->steps && s->to != TO_IMAGE) return "the last step draws no image";
  return NULL;
}
