// `main.c` of a network that takes a picture: what it makes of one from a file, as the page that exported it gets the picture ready
// and shows the outcome; without a file it checks built-in inputs byte for byte. Of generators that draw from noise it is project.ts.
import type { LeavingPicture } from '../../protocol';
import { givingCall, givingSource, type PictureOutcome } from './pictureOutcome';
import { CHECKED_IMAGES, checksums, latentRows } from './project';

const PREPARE_PLAIN = `
static void prepare(int channels) {
  (void)channels;
  for (int i = 0; i < GENERATOR_LATENT_SIZE; i++) input[i] = generator_quantized(values[i]);
}
`;

/** The mean of each block in place of its values. */
const prepareCoarse = (block: number): string => `
static void prepare(int channels) {
  enum { BLOCK = ${block} };
  (void)channels;
  for (int i = 0; i < GENERATOR_LATENT_SIZE; i++) {
    const int c = i % GENERATOR_PICTURE_CHANNELS, pixel = i / GENERATOR_PICTURE_CHANNELS;
    const int top = pixel / GENERATOR_PICTURE_WIDTH / BLOCK * BLOCK, left = pixel % GENERATOR_PICTURE_WIDTH / BLOCK * BLOCK;
    double sum = 0.0;
    int count = 0;
    for (int y = top; y < top + BLOCK && y < GENERATOR_PICTURE_HEIGHT; y++)
      for (int x = left; x < left + BLOCK && x < GENERATOR_PICTURE_WIDTH; x++, count++)
        sum += values[GENERATOR_PICTURE_CHANNELS * (y * GENERATOR_PICTURE_WIDTH + x) + c];
    input[i] = generator_quantized((float)(sum / count));
  }
}
`;

/** The lightness of colours or greys; bare floats are lightness already. */
const PREPARE_LIGHTNESS = `
static void prepare(int channels) {
  for (int i = 0; i < GENERATOR_LATENT_SIZE; i++) {
    if (channels > 0) {
      const float grey[3] = {values[i], values[i], values[i]};
      lightness[i] = lightness_of(channels == 3 ? values + 3 * i : grey);
    } else {
      lightness[i] = values[i];
    }
    input[i] = generator_quantized(lightness[i]);
  }
}
`;

function prepareSource({ preparation }: LeavingPicture): string {
  switch (preparation?.kind) {
    case undefined:
      return PREPARE_PLAIN;
    case 'coarse':
      return prepareCoarse(preparation.block);
    case 'lightness':
      return PREPARE_LIGHTNESS;
  }
}

/** `main.c`. @param inputs built-in ones, and what comes of them */
export function pictureMain(
  picture: LeavingPicture,
  outcome: PictureOutcome,
  inputs: Int8Array,
  outputs: Int8Array,
): string {
  const isLightness = picture.preparation?.kind === 'lightness';
  const names = outcome === 'shares';
  const does = names ? 'Names pictures' : 'Makes pictures out of pictures';
  return `/* ${does}: digits PICTURE${names ? '' : ' [MADE]'}, where files are PGM, PPM or .f32 (bare floats).
   Without a picture it checks ${CHECKED_IMAGES} built-in inputs of noise, every byte. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "generator.h"
#include "picture_file.h"
${isLightness ? '#include "lab.h"\n' : ''}
enum { PICTURE_SIZE = GENERATOR_PICTURE_HEIGHT * GENERATOR_PICTURE_WIDTH * GENERATOR_PICTURE_CHANNELS };

static const int8_t pictures[${CHECKED_IMAGES}][GENERATOR_LATENT_SIZE] = {
${latentRows(inputs)}};

/* FNV-1a of what comes of each, as the exporting page computed it. */
static const uint32_t expected[${CHECKED_IMAGES}] = {${checksums(outputs)}};

static float values[PICTURE_SIZE];
${isLightness ? 'static float lightness[GENERATOR_LATENT_SIZE];\n' : ''}static int8_t input[GENERATOR_LATENT_SIZE], output[GENERATOR_IMAGE_SIZE];

static int check(void) {
  int wrong = 0;
  for (int n = 0; n < ${CHECKED_IMAGES}; n++) {
    generator_run(pictures[n], output);
    uint32_t hash = 2166136261u;
    for (int i = 0; i < GENERATOR_IMAGE_SIZE; i++) hash = (hash ^ (uint8_t)output[i]) * 16777619u;
    wrong += hash != expected[n];
  }
  printf("${CHECKED_IMAGES} pictures seen, %d differ from the exporting page\\n", wrong);
  return wrong != 0;
}

/* Whether the picture has the sides that the network takes. */
static int fits(const picture_file *picture, const char *name) {
  const int right = picture->channels == GENERATOR_PICTURE_CHANNELS${isLightness ? ' || picture->channels == 1' : ''};
  if (!picture->white) return 1;
  if (right && picture->width == GENERATOR_PICTURE_WIDTH && picture->height == GENERATOR_PICTURE_HEIGHT) return 1;
  fprintf(stderr, "%s has %d x %d x %d values; the network takes %d x %d x %d: scale it, grey as PGM, colour as PPM\\n", name,
          (int)picture->height, (int)picture->width, (int)picture->channels, GENERATOR_PICTURE_HEIGHT,
          GENERATOR_PICTURE_WIDTH, GENERATOR_PICTURE_CHANNELS);
  return 0;
}

/* Values of the picture; the channels that it has, 0 of bare floats, -1 when it cannot be used. */
static int read_picture(const char *name) {
  picture_file picture;
  const char *problem = open_picture(&picture, name);
  if (!problem) {
    if (!fits(&picture, name)) {
      fclose(picture.file);
      return -1;
    }
    const int count = picture.white ? (int)(picture.width * picture.height * picture.channels) : GENERATOR_LATENT_SIZE;
    for (int i = 0; i < count && !problem; i++) problem = next_value(&picture, values + i);
    const char *behind = close_picture(&picture);
    if (!problem) problem = behind;
  }
  if (!problem) return (int)picture.channels;
  fprintf(stderr, "%s %s\\n", name, problem);
  return -1;
}
${prepareSource(picture)}${givingSource(outcome)}
int main(int argc, char **argv) {
  if (argc < 2) return check();
  const int channels = read_picture(argv[1]);
  if (channels < 0) return 1;
  prepare(channels);
  generator_run(input, output);
${givingCall(outcome)}
}
`;
}
