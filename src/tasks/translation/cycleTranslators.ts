// CycleGAN's generators as whoever measures them or makes them smaller sees them (training/translators).
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { numberParam } from '../../core/paramSpec';
import type { RunConfig } from '../../core/runConfig';
import type { DomainPair } from '../../datasets/define';
import { batchIndices } from '../../datasets/sampling';
import type { Network } from '../../engine/network';
import type { LossDefinition } from '../../losses/define';
import { asImageBatch } from '../../training/imageBatch';
import { termsOfUpdate, type Translators } from '../../training/translators';
import { cycleGanFacts } from '../cycleGanFacts';
import { meanOf } from '../imitation';
import { cycleTerms } from './cycleTerms';
import { oneByOne } from './together';
import { drawnBatch, imagesAt } from './pictures';

/** Draws of held-back pictures that are judged are none of those that are shown. */
const HELD_BACK = 2;

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
    wayBack: (id) => (id === 'generatorAB' ? 'generatorBA' : 'generatorAB'),
    shown: (_, given, made) => ({ given: asImageBatch(given, shape), made: asImageBatch(made, shape) }),
  };
}
