// All files of the C export of one generator.
import { runInt8Graph } from '../../compression/integerReference';
import { volume } from '../../compression/graph';
import { UnsupportedModelError } from '../../compression/graph';
import type { Int8Graph } from '../../compression/int8Graph';
import { quantizeValues } from '../../compression/integerReference';
import { normalArray } from '../../core/random';
import { normalNumbers } from '../defineModel';
import { dataHeader, interfaceHeader, programSource } from './program';
import { CHECKED_IMAGES, M7_LINKER_SCRIPT, M7_START, mainSource, MAKEFILE, readme } from './project';
import { planProgram } from './steps';

const LATENT_SEED = 2024;

/**
 * Name and text of every file.
 * @param inputLayout what the numbers of the input are, in words
 * @throws UnsupportedModelError for a network that does not put out an image
 */
export function cSourceFiles(
  q: Int8Graph,
  inputLayout = normalNumbers(volume(q.graph.input)),
): Readonly<Record<string, string>> {
  if (q.graph.output.length !== 3) {
    throw new UnsupportedModelError(
      `${q.graph.name} puts out [${q.graph.output.join(', ')}]; the C program draws images.`,
      'Export the generator.',
    );
  }
  const program = planProgram(q);
  const reals = normalArray(CHECKED_IMAGES * volume(q.graph.input), LATENT_SEED);
  const latents = quantizeValues(reals, q.input);
  const images = runInt8Graph(q, latents, CHECKED_IMAGES);
  return {
    'generator.h': interfaceHeader(q, program.arenaBytes, inputLayout),
    'generator.c': programSource(q, program),
    'model_data.h': dataHeader(q),
    'main.c': mainSource(latents, images),
    Makefile: MAKEFILE,
    'cortex-m7/start.c': M7_START,
    'cortex-m7/memory.ld': M7_LINKER_SCRIPT,
    'README.md': readme(q, program.arenaBytes, inputLayout),
  };
}

/** The int8 images that `main.c` must draw, one after the other. */
export function checkedImages(q: Int8Graph): Int8Array {
  const reals = normalArray(CHECKED_IMAGES * volume(q.graph.input), LATENT_SEED);
  return runInt8Graph(q, quantizeValues(reals, q.input), CHECKED_IMAGES);
}
