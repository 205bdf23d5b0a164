/* A picture in the place of noise, from a file (picture_file.h). */
#include "picture.h"

#include "picture_file.h"

/* NULL when the picture has the sides that the network takes; bare floats do not say theirs. */
static const char *check_sides(const picture_file *picture, const ganvas_model *model) {
  if (!picture->white) return NULL;
  const uint64_t width = (uint64_t)picture->width, height = (uint64_t)picture->height;
  if (width * height * (uint64_t)picture->channels != model->latent)
    return "has another number of values than the model takes: scale it, grey as PGM, colour as PPM";
  if (model->names) {
    if (height != model->picture_height || width != model->picture_width) return "has other sides than the model takes";
  } else if (width * model->height != height * model->width) {
    return "has other proportions than what the model draws";
  }
  return NULL;
}

const char *read_picture(const char *name, const ganvas_model *model, int8_t *input) {
  if (model->classes > 0) return "cannot be used: the model draws classes, not pictures out of pictures";
  picture_file picture;
  const char *problem = open_picture(&picture, name);
  if (problem) return problem;
  problem = check_sides(&picture, model);
  for (uint32_t i = 0; i < model->latent && !problem; i++) {
    float value;
    problem = next_value(&picture, &value);
    if (!problem) input[i] = ganvas_quantized(model, value);
  }
  const char *behind = close_picture(&picture);
  return problem ? problem : behind;
}
