// The main and the words that stand around the C of a network that names pictures, where those of one that draws would.
import { inputShape, outputShape } from '../../graph/edges';
import { volume } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';
import { constantBytes } from './program';
import { CHECKED_IMAGES, checksums, latentRows } from './project';
import type { CProgram } from './stepWords';

/** `main.c`: names built-in pictures, and compares every byte with what it must be. */
export const namingMain = (
  pictures: Int8Array,
  shares: Int8Array,
): string => `/* Names ${CHECKED_IMAGES} built-in pictures of noise and checks every byte. */
#include <stdint.h>
#include <stdio.h>

#include "generator.h"

static const int8_t pictures[${CHECKED_IMAGES}][GENERATOR_LATENT_SIZE] = {
${latentRows(pictures)}};

/* FNV-1a of the shares of each as the exporting page computed them. */
static const uint32_t expected[${CHECKED_IMAGES}] = {${checksums(shares)}};

static const char *const names[GENERATOR_NAME_COUNT] = GENERATOR_NAMES;
static int8_t shares[GENERATOR_IMAGE_SIZE];

int main(void) {
  int wrong = 0;
  for (int n = 0; n < ${CHECKED_IMAGES}; n++) {
    generator_run(pictures[n], shares);
    uint32_t hash = 2166136261u;
    int best = 0;
    for (int i = 0; i < GENERATOR_IMAGE_SIZE; i++) {
      hash = (hash ^ (uint8_t)shares[i]) * 16777619u;
      if (shares[i] > shares[best]) best = i;
    }
    wrong += hash != expected[n];
    printf("%d: %s, %d in 256\\n", n, names[best], shares[best] + 128);
  }
  printf("${CHECKED_IMAGES} pictures named, %d differ from the exporting page\\n", wrong);
  return wrong != 0;
}
`;

/** What to know before building it into something. */
export const namingReadme = (
  q: Int8Graph,
  program: CProgram,
  inputLayout: string,
  names: readonly string[],
): string => `# A trained classifier in C

Shares of ${names.length} classes (${names.join(', ')}) from a picture. C99, int8 arithmetic, no malloc, no libm.

Input: ${inputLayout}.

| memory | bytes |
|---|---|
| flash: weights, biases, factors, tables | ${constantBytes(program)} |
| RAM: static block in generator.c | ${program.arenaBytes} |
| RAM: one picture and its shares of the caller | ${volume(outputShape(q.graph)) + volume(inputShape(q.graph))} |

Code adds 2 to 4 kB of flash. \`make cortex-m7\` prints what the linker made of it.

- \`generator.c\`, \`generator.h\`, \`model_data.h\` are all that a program of yours needs.
- \`main.c\` names ${CHECKED_IMAGES} built-in pictures of noise and checks that every byte is what the page that exported this
  computed. \`make run\` builds and runs it here; the Makefile says what the other targets need.

\`\`\`c
static const char *const names[] = GENERATOR_NAMES;
int8_t picture[GENERATOR_LATENT_SIZE], shares[GENERATOR_IMAGE_SIZE];
/* picture[i] = round(value / GENERATOR_LATENT_SCALE) + GENERATOR_LATENT_ZERO, value from -1 to 1 */
generator_run(picture, shares); /* share = (shares[i] - GENERATOR_SHARE_ZERO) * GENERATOR_SHARE_SCALE */
\`\`\`
`;
