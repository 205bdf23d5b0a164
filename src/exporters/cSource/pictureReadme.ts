// What to know of the C of a network that takes a picture before building it into something.
import { inputShape, outputShape } from '../../graph/edges';
import { volume } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';
import type { LeavingPicture } from '../../protocol';
import type { PictureOutcome } from './pictureOutcome';
import { constantBytes } from './program';
import { CHECKED_IMAGES } from './project';
import type { CProgram } from './stepWords';

const sides = (shape: readonly number[]): string => shape.join(' x ');

function whatItIs(q: Int8Graph, { shape }: LeavingPicture, names: readonly string[] | undefined): string {
  if (names)
    return `# A trained classifier in C\n\nShares of ${names.length} classes (${names.join(', ')}) from a picture of ${sides(shape)}.`;
  return `# A trained translator in C\n\n${sides(outputShape(q.graph))} numbers from a picture of ${sides(shape)}.`;
}

/** What becomes of a picture before the network takes it. */
function preparing({ preparation }: LeavingPicture): string {
  switch (preparation?.kind) {
    case undefined:
      return '';
    case 'lightness':
      return ' The network takes the lightness of a picture, grey or in colours, and makes two axes of colour; `lab.h` is the way there and back (with libm, in `main.c` alone).';
    case 'coarse':
      return ` The network takes the mean of each block of ${preparation.block} x ${preparation.block} values in place of the values.`;
  }
}

const COMMANDS: Readonly<Record<PictureOutcome, string>> = {
  shares: './digits photo.ppm           # the share of every class, the largest first',
  picture:
    './digits photo.ppm made.ppm  # PGM where the network makes greys; a name with .f32 gives bare floats',
  colour:
    './digits photo.pgm made.ppm  # PGM or PPM; a name with .f32 gives the axes of colour as bare floats',
  numbers:
    './digits photo.ppm made.f32  # bare floats: what comes out is no picture of one or three channels',
};

export function pictureReadme(
  q: Int8Graph,
  program: CProgram,
  inputLayout: string,
  picture: LeavingPicture,
  outcome: PictureOutcome,
  names: readonly string[] | undefined,
): string {
  const [height, width, channels] = picture.shape;
  const use = names
    ? `static const char *const names[] = GENERATOR_NAMES;
int8_t picture[GENERATOR_LATENT_SIZE], shares[GENERATOR_IMAGE_SIZE];
for (int i = 0; i < GENERATOR_LATENT_SIZE; i++) picture[i] = generator_quantized(value[i]); /* from -1 to 1 */
generator_run(picture, shares); /* share = (shares[i] - GENERATOR_OUTPUT_ZERO) * GENERATOR_OUTPUT_SCALE */`
    : `int8_t picture[GENERATOR_LATENT_SIZE], made[GENERATOR_IMAGE_SIZE];
for (int i = 0; i < GENERATOR_LATENT_SIZE; i++) picture[i] = generator_quantized(value[i]); /* from -1 to 1 */
generator_run(picture, made); /* value = (made[i] - GENERATOR_OUTPUT_ZERO) * GENERATOR_OUTPUT_SCALE */`;
  return `${whatItIs(q, picture, names)} C99, int8 arithmetic, no malloc, no libm.${preparing(picture)}

Input: ${inputLayout}.

| memory | bytes |
|---|---|
| flash: weights, biases, factors, tables | ${constantBytes(program)} |
| RAM: static block in generator.c | ${program.arenaBytes} |
| RAM: one picture and what is made of it, of the caller | ${volume(outputShape(q.graph)) + volume(inputShape(q.graph))} |

Code adds 2 to 4 kB of flash. \`make cortex-m7\` prints what the linker made of it.

\`\`\`sh
make
${COMMANDS[outcome]}
./digits                     # checks ${CHECKED_IMAGES} built-in inputs of noise: every byte is what the exporting page computed
\`\`\`

A picture is a binary PGM or PPM file of ${height} rows of ${width} pixels, in ${channels === 1 ? 'greys' : 'colours'} (ImageMagick:
\`convert photo.jpg -resize ${width}x${height}^ -gravity center -extent ${width}x${height}${channels === 1 ? ' -colorspace gray photo.pgm' : ' photo.ppm'}\`), or a file
whose name ends in \`.f32\`: ${volume(inputShape(q.graph))} little-endian 32-bit floats as the network takes them, from -1 to 1.

- \`generator.c\`, \`generator.h\`, \`model_data.h\` are all that a program of yours needs; \`main.c\` and \`picture_file.h\` read files.
- \`make run\` builds and checks it here; the Makefile says what the other targets need. A bare Cortex-M7 (\`cortex-m7/\`) gets no
  name of a file and so checks what is built in.

\`\`\`c
${use}
\`\`\`
`;
}
