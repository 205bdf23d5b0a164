// Several networks that learn as one: one optimizer, one entry of a run file. Of one alone the names are its own.
import type { LearningWeights } from './snapshot';

export interface NamedLearner {
  readonly id: string;
  readonly network: LearningWeights;
}

/** What a weight of the network is called among all of them: `conv2d_1/kernel`, or `generatorAB/conv2d_1/kernel`. */
export const nameAmong = (count: number, id: string, weight: string): string =>
  count === 1 ? weight : `${id}/${weight}`;

export function learnTogether(learners: readonly NamedLearner[]): LearningWeights {
  const named = (kind: 'weights' | 'learning') =>
    learners.flatMap(({ id, network }) =>
      network[kind].map(({ name, variable }) => ({ name: nameAmong(learners.length, id, name), variable })),
    );
  return {
    weights: named('weights'),
    learning: named('learning'),
    trainable: learners.flatMap(({ network }) => network.trainable),
    ...(learners.length === 1 && { spec: learners[0].network.spec }),
  };
}
