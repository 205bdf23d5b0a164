// How the numbers of a generator's input lie, for the C program: noise; noise and then a one at the place of the class; or
// noise in the slot of one of several generators. What the program draws by itself has valid inputs of each kind.
import { inputShape } from '../../graph/edges';
import { quantizeValues } from '../../graph/integerReference';
import { volume } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';
import { normalArray } from '../../core/random';
import type { LeavingPicture } from '../../protocol';
import type { ModelExportJob } from '../defineModel';

export interface CInput {
  /** Numbers of noise. */
  readonly latent: number;
  /** 0 for a generator that knows none. */
  readonly classes: number;
  /** Of a network that names pictures: of the classes whose shares it gives. */
  readonly names?: readonly string[];
  /** Of a network that takes a picture where noise would be. */
  readonly picture?: LeavingPicture;
  /** Slots of noise, all but one of which are 0; 1 for a generator alone. */
  readonly generators: number;
}

/** The input of a job, in numbers; noise alone where nothing else is said. */
export function inputOf({ input, picture, generators = 1 }: Partial<ModelExportJob>, q: Int8Graph): CInput {
  const size = volume(inputShape(q.graph));
  if (input) return { ...input, ...(picture && { picture }), generators: 1 };
  return { latent: size / generators, classes: 0, generators };
}

/** `count` inputs as int8, one behind the other: image i of class or generator i, counted round. */
export function inputsFor(q: Int8Graph, input: CInput, count: number, seed: number): Int8Array<ArrayBuffer> {
  const size = volume(inputShape(q.graph));
  const { latent, classes, generators } = input;
  const noise = normalArray(count * latent, seed);
  const reals = new Float32Array(count * size);
  for (let i = 0; i < count; i++) {
    reals.set(noise.subarray(i * latent, (i + 1) * latent), i * size + (i % generators) * latent);
    if (classes > 0) reals[i * size + latent + (i % classes)] = 1;
  }
  return quantizeValues(reals, q.input);
}

/** The functions of `generator.c` that make inputs. */
export function inputFunctions({ classes, generators, picture }: CInput): string {
  const slot = generators > 1 ? ' + (seed % GENERATOR_COUNT) * GENERATOR_NOISE_SIZE' : '';
  const rest = classes > 0 || generators > 1;
  return `
static int8_t as_int8(float value) {
  const float steps = value / GENERATOR_LATENT_SCALE;
  const float bounded = steps < -1000.0f ? -1000.0f : steps > 1000.0f ? 1000.0f : steps;
  const int32_t rounded = (int32_t)(bounded < 0.0f ? bounded - 0.5f : bounded + 0.5f) + GENERATOR_LATENT_ZERO;
  return (int8_t)(rounded < -128 ? -128 : rounded > 127 ? 127 : rounded);
}
${
  picture
    ? `
int8_t generator_quantized(float value) { return as_int8(value); }
`
    : ''
}${
    classes > 0
      ? `
void generator_set_class(int8_t *latent, int number) {
  for (int i = 0; i < GENERATOR_CLASSES; i++) latent[GENERATOR_NOISE_SIZE + i] = as_int8(i == number ? 1.0f : 0.0f);
}
`
      : ''
  }
void generator_random_latent(uint32_t seed, int8_t *latent) {
  int8_t *noise = latent${slot};
${rest ? '  memset(latent, GENERATOR_LATENT_ZERO, GENERATOR_LATENT_SIZE);\n' : ''}${classes > 0 ? '  generator_set_class(latent, (int)(seed % GENERATOR_CLASSES));\n' : ''}  for (int i = 0; i < GENERATOR_NOISE_SIZE; i++) {
    int32_t sum = 0;
    for (int k = 0; k < 12; k++) { /* twelve uniform numbers add up to a nearly normal one */
      seed = seed * 1664525u + 1013904223u;
      sum += (int32_t)(seed >> 16);
    }
    noise[i] = as_int8((float)(sum - 6 * 65536) / 65536.0f);
  }
}
`;
}

/** What `generator.h` says of inputs. */
export function inputDefines({ latent, classes, generators }: CInput): string {
  const lines = [`#define GENERATOR_NOISE_SIZE ${latent}`];
  if (classes > 0) lines.push(`#define GENERATOR_CLASSES ${classes}`);
  if (generators > 1) lines.push(`#define GENERATOR_COUNT ${generators}`);
  return lines.join('\n');
}

export function inputDeclarations({ classes, generators, picture }: CInput): string {
  const which =
    classes > 0
      ? ', of class seed % GENERATOR_CLASSES'
      : generators > 1
        ? ', for generator seed % GENERATOR_COUNT'
        : '';
  const chooses =
    classes > 0
      ? '/* Asks for a class, from 0. */\nvoid generator_set_class(int8_t *latent, int number);\n\n'
      : '';
  const takes = picture
    ? '/* A value of a picture, from -1 to 1, as the input holds it. */\nint8_t generator_quantized(float value);\n\n'
    : '';
  return `${chooses}${takes}/* Fills a latent from a seed${which}: another seed, another image. */
void generator_random_latent(uint32_t seed, int8_t *latent);`;
}
