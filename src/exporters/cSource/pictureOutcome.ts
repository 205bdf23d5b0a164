// What the C program of a network that takes a picture gives out: shares of classes, a picture, or numbers that are none.
import { outputShape } from '../../graph/edges';
import type { Int8Graph } from '../../graph/int8Graph';
import type { LeavingPicture } from '../../protocol';
import { floatLiteral } from './literals';

/** What the network makes, as the program gives it out. */
export type PictureOutcome = 'shares' | 'picture' | 'colour' | 'numbers';

/** How its output leaves the program. */
export function outcomeOf(
  q: Int8Graph,
  picture: LeavingPicture,
  names: readonly string[] | undefined,
): PictureOutcome {
  if (names) return 'shares';
  if (picture.preparation?.kind === 'lightness') return 'colour';
  return [1, 3].includes(outputShape(q.graph)[2]) ? 'picture' : 'numbers';
}

/** What `generator.h` says of pictures and of what comes out. */
export function pictureDefines(q: Int8Graph, { shape: [height, width, channels] }: LeavingPicture): string {
  return `#define GENERATOR_PICTURE_HEIGHT ${height}
#define GENERATOR_PICTURE_WIDTH ${width}
#define GENERATOR_PICTURE_CHANNELS ${channels}
#define GENERATOR_OUTPUT_SCALE ${floatLiteral(q.output.scale)}
#define GENERATOR_OUTPUT_ZERO (${q.output.zeroPoint})`;
}

const REAL_OF = `
static float real_of(int8_t value) { return (float)(value - GENERATOR_OUTPUT_ZERO) * GENERATOR_OUTPUT_SCALE; }
`;

const GIVE_SHARES = `
/* Prints the share of every class, the largest first. */
static int give(const char *name) {
  static const char *const names[GENERATOR_NAME_COUNT] = GENERATOR_NAMES;
  static uint8_t told[GENERATOR_NAME_COUNT];
  (void)name;
  for (int n = 0; n < GENERATOR_NAME_COUNT; n++) {
    int i = -1;
    for (int k = 0; k < GENERATOR_NAME_COUNT; k++)
      if (!told[k] && (i < 0 || output[k] > output[i])) i = k;
    told[i] = 1;
    printf("%.4f  %s\\n", (double)real_of(output[i]), names[i]);
  }
  return 1;
}
`;

const PIXELS: Readonly<Record<Exclude<PictureOutcome, 'shares' | 'numbers'>, string>> = {
  picture: '    for (int i = 0; i < GENERATOR_IMAGE_SIZE; i++) fputc(output[i] + 128, file);\n',
  colour: `    for (int i = 0; i < GENERATOR_LATENT_SIZE; i++) {
      uint8_t rgb[3];
      rgb_of(lightness[i], real_of(output[2 * i]), real_of(output[2 * i + 1]), rgb);
      fwrite(rgb, 1, 3, file);
    }
`,
};

/** Writes the file that is named: PGM or PPM, or bare floats. */
function givePicture(outcome: Exclude<PictureOutcome, 'shares'>): string {
  const head =
    outcome === 'colour'
      ? '6, GENERATOR_PICTURE_WIDTH, GENERATOR_PICTURE_HEIGHT'
      : 'GENERATOR_CHANNELS == 1 ? 5 : 6, GENERATOR_WIDTH, GENERATOR_HEIGHT';
  const floats = `    for (int i = 0; i < GENERATOR_IMAGE_SIZE; i++) {
      const float value = real_of(output[i]);
      uint32_t word;
      memcpy(&word, &value, 4);
      for (int k = 0; k < 4; k++) fputc((int)(word >> 8 * k & 255u), file);
    }
`;
  const body =
    outcome === 'numbers'
      ? floats
      : `    if (is_bare(name)) {
${floats.replace(/^ {2}/gm, '    ').replace(/ +$/, '')}    } else {
      fprintf(file, "P%d\\n%d %d\\n255\\n", ${head});
${PIXELS[outcome].replace(/^ {2}/gm, '    ').replace(/ +$/, '')}    }
`;
  return `
/* Writes what was made of the picture${outcome === 'numbers' ? ', as bare floats' : ''}. */
static int give(const char *name) {
  FILE *file = fopen(name, "wb");
  if (file) {
${body}    if (fclose(file) == 0) return 1;
  }
  fprintf(stderr, "%s cannot be written\\n", name);
  return 0;
}
`;
}

/** What the file is called that nobody named; null of what is printed. */
const MADE: Readonly<Record<PictureOutcome, string | null>> = {
  shares: null,
  picture: 'made.%s", GENERATOR_CHANNELS == 1 ? "pgm" : "ppm',
  colour: 'made.%s", "ppm',
  numbers: 'made.%s", "f32',
};

/** The function that gives out, and how `main` calls it. */
export const givingSource = (outcome: PictureOutcome): string =>
  `${REAL_OF}${outcome === 'shares' ? GIVE_SHARES : givePicture(outcome)}`;

/** The last lines of `main`. */
export function givingCall(outcome: PictureOutcome): string {
  const made = MADE[outcome];
  if (made === null) return '  return give(argv[1]) ? 0 : 1;';
  return `  char name[16];
  sprintf(name, "${made}");
  return give(argc > 2 ? argv[2] : name) ? 0 : 1;`;
}
