// All files of the C export of one generator.
import { inputShape, outputShape } from '../../graph/edges';
import { runInt8Graph } from '../../graph/integerReference';
import { volume } from '../../graph/graph';
import { UnsupportedModelError } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';
import { normalNumbers, type ModelExportJob } from '../defineModel';
import { dataHeader, interfaceHeader, programSource } from './program';
import { inputOf, inputsFor } from './input';
import { LAB_SOURCE } from './labSource';
import { PICTURE_FILE_SOURCE } from './pictureFile';
import { pictureMain } from './pictureMain';
import { outcomeOf } from './pictureOutcome';
import { pictureReadme } from './pictureReadme';
import { CHECKED_IMAGES, M7_LINKER_SCRIPT, m7Start, mainSource, makefile, readme } from './project';
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
  if (job.input?.names && !job.picture) {
    throw new UnsupportedModelError(
      `${q.graph.name} names pictures, and does not say of which sides.`,
      'Export the run of a classifier.',
    );
  }
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
  const { picture } = input;
  const common = {
    'generator.h': interfaceHeader(q, program, inputLayout, input),
    'generator.c': programSource(program, input),
    'model_data.h': dataHeader(program),
    'cortex-m7/start.c': m7Start(picture !== undefined),
    'cortex-m7/memory.ld': M7_LINKER_SCRIPT,
  };
  if (!picture) {
    return {
      ...common,
      'main.c': mainSource(latents, images),
      Makefile: makefile(),
      'README.md': readme(q, program, inputLayout),
    };
  }
  const outcome = outcomeOf(q, picture, names);
  const colours = outcome === 'colour';
  return {
    ...common,
    'main.c': pictureMain(picture, outcome, latents, images),
    'picture_file.h': PICTURE_FILE_SOURCE,
    ...(colours && { 'lab.h': LAB_SOURCE }),
    Makefile: makefile(colours ? ' -lm' : ''),
    'README.md': pictureReadme(q, program, inputLayout, picture, outcome, names),
  };
}

/** The int8 images that `main.c` must draw, one after the other. */
export function checkedImages(q: Int8Graph, job: Partial<ModelExportJob> = {}): Int8Array {
  return runInt8Graph(q, inputsFor(q, inputOf(job, q), CHECKED_IMAGES, LATENT_SEED), CHECKED_IMAGES);
}
