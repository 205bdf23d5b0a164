// A convolution of an image; kernel [side, side, channels, filters]. `padding` is `same` and the stride 1 when absent.
import { defineLayer } from './define';
import { oneOf, optional, whole } from './options';
import {
  convOutputSide,
  KERNEL_OPTIONS,
  kernelWeights,
  PADDING_MODES,
  soleImage,
  SPECTRAL_OPTIONS,
  volume,
  type KernelOptions,
  type PaddingMode,
  type SpectralOptions,
} from './shapes';

interface Conv2dOptions extends KernelOptions, SpectralOptions {
  readonly filters: number;
  readonly kernel: number;
  readonly stride?: number;
  readonly padding?: PaddingMode;
}

export const conv2d = defineLayer<Conv2dOptions>()({
  kind: 'conv2d',
  options: {
    filters: whole(),
    kernel: whole(),
    stride: optional(whole()),
    padding: optional(oneOf(PADDING_MODES)),
    ...KERNEL_OPTIONS,
    ...SPECTRAL_OPTIONS,
  },
  facts(layer, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    const { filters, kernel, stride = 1, padding = 'same' } = layer;
    const output = [
      convOutputSide(h, kernel, stride, padding),
      convOutputSide(w, kernel, stride, padding),
      filters,
    ];
    return {
      output,
      weights: kernelWeights([kernel, kernel, c, filters], filters, layer),
      multiplyAdds: volume(output) * kernel * kernel * c,
    };
  },
  channels: { kind: 'made', inputAxis: 2, outputAxis: 3 },
  keepsOutput: true,
  detail: ({ kernel, stride = 1 }) => `${kernel}×${kernel}, stride ${stride}`,
});
