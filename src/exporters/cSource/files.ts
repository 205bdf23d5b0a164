// All files of the C export of one generator.
import { inputShape, outputShape } from '../../graph/edges';
import { runInt8Graph } from '../../graph/integerReference';
import { volume } from '../../graph/graph';
import { UnsupportedModelError } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';
import { normalNumbers, type ModelExportJob } from '../defineModel';
import { dataHeader, interfaceHeader, programSource } from './program';
import { inputOf, inputsFor } from './input';
import { CHECKED_IMAGES, M7_LINKER_SCRIPT, M7_START, mainSource, MAKEFILE, readme } from './project';
import { namingMain, namingReadme } from './naming';
import { planSteps } from './stepWords';

const LATENT_SEED = 2024;

/**
 * Name and text of every file.
 * @param job how its input is put together; noise alone when nothing is said
 * @throws UnsupportedModelError for a network that does not put out an image
 */
export function cSourceFiles(
  q: Int8Graph,
  { inputLayout = normalNumbers(volume(inputShape(q.graph))), ...job }: Partial<ModelExportJob> = {},
): Readonly<Record<string, string>> {
  if (!job.input?.names && outputShape(q.graph).length !== 3) {
    throw new UnsupportedModelError(
      `${q.graph.name} puts out [${outputShape(q.graph).join(', ')}]; the C program draws images.`,
      'Export the generator.',
    );
  }
  const program = planSteps(q);
  const input = inputOf(job, q);
  const latents = inputsFor(q, input, CHECKED_IMAGES, LATENT_SEED);
  const images = runInt8Graph(q, latents, CHECKED_IMAGES);
  const names = job.input?.names;
  return {
    'generator.h': interfaceHeader(q, program, inputLayout, input),
    'generator.c': programSource(program, input),
    'model_data.h': dataHeader(program),
    'main.c': names ? namingMain(latents, images) : mainSource(latents, images),
    Makefile: MAKEFILE,
    'cortex-m7/start.c': M7_START,
    'cortex-m7/memory.ld': M7_LINKER_SCRIPT,
    'README.md': names ? namingReadme(q, program, inputLayout, names) : readme(q, program, inputLayout),
  };
}

/** The int8 images that `main.c` must draw, one after the other. */
export function checkedImages(q: Int8Graph, job: Partial<ModelExportJob> = {}): Int8Array {
  return runInt8Graph(q, inputsFor(q, inputOf(job, q), CHECKED_IMAGES, LATENT_SEED), CHECKED_IMAGES);
}
