// Everything that the settings change about a model's two networks, in one place: what is trained is what is described.
import { withWidths } from '../../core/layerWidths';
import type { NetworkSpec } from '../../core/network';
import type { RunConfig } from '../../core/runConfig';
import type { ImageShape, ModelDefinition } from '../../models/define';
import { withMinibatchStd, withPacking, withSpectralNorm } from './discriminatorLayers';
import { withNormalization } from './normalization';

export interface NetworkSpecs {
  readonly generator: NetworkSpec;
  readonly discriminator: NetworkSpec;
}

const withInitScale = (spec: NetworkSpec, initScale: number): NetworkSpec =>
  initScale === 1 ? spec : { ...spec, initScale };

/**
 * Both networks of a run.
 * @param classes how many classes the networks know; 0 for models without
 * @param widths channels of the generator's layers where it was pruned
 * @throws InvalidValueError for images that the model cannot draw
 */
export function describeNetworks(
  model: ModelDefinition,
  shape: ImageShape,
  config: RunConfig,
  classes: number,
  widths: readonly number[] | null = null,
): NetworkSpecs {
  const { modelParams, normG, normD, initScale, packing, minibatchStd, spectralNorm } = config;
  const whole = withNormalization(model.buildGenerator(shape, modelParams, classes), normG);
  const generator = widths ? withWidths(whole, widths) : whole;
  let discriminator = withNormalization(model.buildDiscriminator(shape, modelParams, classes), normD);
  if (packing > 1) discriminator = withPacking(discriminator, packing);
  if (minibatchStd) discriminator = withMinibatchStd(discriminator);
  if (spectralNorm) discriminator = withSpectralNorm(discriminator);
  return {
    generator: withInitScale(generator, initScale),
    discriminator: withInitScale(discriminator, initScale),
  };
}
