// Every input to every output: x [inputs] times kernel [inputs, units], plus bias.
import { InvalidValueError } from '../errors';
import { defineLayer, soleShape } from './define';
import { whole } from './options';
import {
  KERNEL_OPTIONS,
  kernelWeights,
  SPECTRAL_OPTIONS,
  type KernelOptions,
  type SpectralOptions,
} from './shapes';

interface DenseOptions extends KernelOptions, SpectralOptions {
  readonly units: number;
}

export const dense = defineLayer<DenseOptions>()({
  kind: 'dense',
  options: { units: whole(), ...KERNEL_OPTIONS, ...SPECTRAL_OPTIONS },
  facts(layer, inputs, name) {
    const input = soleShape(inputs, name);
    if (input.length !== 1) {
      throw new InvalidValueError(`${name} gets [${input.join(', ')}].`, 'Put a flatten layer before it.');
    }
    return {
      output: [layer.units],
      weights: kernelWeights([input[0], layer.units], layer.units, layer),
      multiplyAdds: input[0] * layer.units,
    };
  },
  channels: { kind: 'made', inputAxis: 0, outputAxis: 1 },
  keepsOutput: true,
  detail: () => '',
});
