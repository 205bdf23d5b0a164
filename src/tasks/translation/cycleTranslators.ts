// CycleGAN's generators as whoever measures them or makes them smaller sees them (training/translators).
import { tidy, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import type { GridLayout } from '../../core/gridLayout';
import { numberParam } from '../../core/paramSpec';
import type { RunConfig } from '../../core/runConfig';
import type { DomainPair, LoadedDataset } from '../../datasets/define';
import { batchIndices } from '../../datasets/sampling';
import type { Network } from '../../engine/network';
import type { LossDefinition } from '../../losses/define';
import { asImageBatch, toImageBatch } from '../../training/imageBatch';
import { termsOfUpdate, type Draw, type Translators } from '../../training/translators';
import { cycleGanFacts } from '../cycleGanFacts';
import { meanOf } from '../imitation';
import { cycleTerms } from './cycleTerms';
import { oneByOne } from './together';
import { asRows, drawnBatch, imagesAt, joinedGrids } from './pictures';

/** Draws of held-back pictures that are judged are none of those that are shown. */
const HELD_BACK = 2;
const ROWS = 8;

export interface CycleTranslatorParts {
  /** As it is now. */
  readonly config: () => RunConfig;
  /** What is learned from, and pictures apart from that. */
  readonly domains: DomainPair;
  readonly shown: DomainPair;
  readonly loss: LossDefinition;
  readonly generatorAB: Network;
  readonly generatorBA: Network;
  /** Scores [n, 1] of patches, outside of training, by the discriminator of a domain. */
  readonly scores: (of: 'A' | 'B', images: Tensor) => Tensor2D;
}

/** A grid for each direction: given, there, and back; then the right answers, where they are known. */
export function cycleGrids({ a, b, aligned }: DomainPair): readonly GridLayout[] {
  const grid = (at: 0 | 1, from: string, to: string): GridLayout => ({
    id: cycleGanFacts.grids[at].id,
    label: cycleGanFacts.grids[at].label,
    columns: [from, `made ${to}`, 'and back', ...(aligned ? ['right answer'] : [])],
    rows: ROWS,
  });
  return [grid(0, a.name, b.name), grid(1, b.name, a.name)];
}

/** The columns of one of them. */
function there(
  { config, shown }: CycleTranslatorParts,
  from: LoadedDataset,
  to: LoadedDataset,
  draw: Draw,
  back: Draw,
): Tensor {
  const chosen = batchIndices(config().seed, 0, 0, ROWS, from.size);
  const given = imagesAt(from, chosen);
  const made = draw(given);
  const columns = [given, made, back(made)];
  return asRows(shown.aligned ? [...columns, imagesAt(to, chosen)] : columns);
}

export function cycleTranslators(parts: CycleTranslatorParts): Translators {
  const { config, domains, shown, loss, scores } = parts;
  const { shape } = domains.a.images;
  return {
    networks: [
      { id: 'generatorAB', label: `${shown.a.name} to ${shown.b.name}`, network: parts.generatorAB },
      { id: 'generatorBA', label: `${shown.b.name} to ${shown.a.name}`, network: parts.generatorBA },
    ],
    terms: termsOfUpdate(cycleGanFacts, 'generatorAB'),
    get batch() {
      return config().batch;
    },
    lesson(step, stream) {
      const { batch, lossParams, seed, taskParams } = config();
      const [a, b] = [domains.a, domains.b].map(({ images }, part) =>
        drawnBatch(images, batch, seed, step, stream + part),
      );
      return {
        given: [a, b],
        ...(numberParam(taskParams, 'identityWeight') > 0 && { kept: [b, a] }),
        fooled: ([asB, asA]) =>
          meanOf([
            loss.generator(scores('B', asB), lossParams, () => scores('B', b)),
            loss.generator(scores('A', asA), lossParams, () => scores('A', a)),
          ]),
        held: [a, b],
      };
    },
    heldBack(draws, part) {
      const { seed, batch } = config();
      return cycleTerms({
        ...{ config: config(), loss, scores },
        ...{ toB: oneByOne(draws.generatorAB), toA: oneByOne(draws.generatorBA) },
        real: [shown.a.images, shown.b.images].map((images) =>
          imagesAt(images, batchIndices(seed, 0, HELD_BACK + part, batch, images.size)),
        ),
      });
    },
    made: 1,
    async moment({ generatorAB: toB, generatorBA: toA }) {
      const [a, b] = [shown.a.images, shown.b.images];
      const images = tidy(() => joinedGrids([there(parts, a, b, toB, toA), there(parts, b, a, toA, toB)]));
      const batch = await toImageBatch(images);
      images.dispose();
      return batch;
    },
    wayBack: (id) => (id === 'generatorAB' ? 'generatorBA' : 'generatorAB'),
    shown: (_, given, made) => ({ given: asImageBatch(given, shape), made: asImageBatch(made, shape) }),
  };
}
