// The networks of an adversarial run, as its settings describe them: what the trainer builds, and what a run file holds.
import type { CompressionRecord } from '../core/compressionRecord';
import { checkFrozenLayers, frozenNetwork } from '../core/frozenLayers';
import { inputShape, type NetworkSpec } from '../core/network';
import type { RunConfig } from '../core/runConfig';
import type { ImageShape, ModelDefinition } from '../models/define';
import { Classes } from './classes';
import { savedNetwork, type SavedNetwork } from './savedTensors';
import { describeNetworks } from './stabilizers/specs';

export interface GanNetworks {
  /** What the networks know of classes; null for models without. */
  readonly classes: Classes | null;
  readonly generator: NetworkSpec;
  /** Without layers where there is none. */
  readonly discriminator: NetworkSpec;
  /** The averaged generator; null when averaging is off. */
  readonly average: NetworkSpec | null;
  readonly latentSize: number;
}

interface GanParts {
  readonly config: RunConfig;
  readonly model: ModelDefinition;
  readonly shape: ImageShape;
  readonly labels: number | null;
  readonly compression?: CompressionRecord;
}

/** @throws InvalidValueError, UnlabelledDataError when the model does not fit the images, or frozen layers the model */
export function ganNetworks({ config, model, shape, labels, compression }: GanParts): GanNetworks {
  const classes = Classes.of(model, config, labels);
  const specs = describeNetworks(model, shape, config, classes?.count ?? 0, compression?.widths);
  checkFrozenLayers(config.frozenLayers, { ...specs });
  const frozen = (id: keyof typeof specs): NetworkSpec => frozenNetwork(specs[id], config.frozenLayers, id);
  const [inputSize] = inputShape(specs.generator);
  return {
    classes,
    generator: frozen('generator'),
    discriminator: frozen('discriminator'),
    average: config.emaDecay > 0 ? specs.generator : null,
    latentSize: classes?.latentSize(inputSize) ?? inputSize,
  };
}

/** A description without layers says that there is no discriminator: nothing is trained then, and nothing kept for it. */
export const savedGan = ({ generator, discriminator, average }: GanNetworks): readonly SavedNetwork[] => {
  const optimizer = discriminator.nodes.length > 0 ? 'kept' : 'counted';
  return [
    savedNetwork('generator', generator, optimizer),
    savedNetwork('discriminator', discriminator, optimizer),
    ...(average ? [savedNetwork('average', average, 'none')] : []),
  ];
};
