// A convolution of an image; kernel [height, width, channels, filters]. `padding` is `same` and the stride 1 when absent.
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
import { pairOf, sidesText, wholeSides, type Sides } from './sides';

interface Conv2dOptions extends KernelOptions, SpectralOptions {
  readonly filters: number;
  readonly kernel: Sides;
  readonly stride?: Sides;
  readonly padding?: PaddingMode;
}

export const conv2d = defineLayer<Conv2dOptions>()({
  kind: 'conv2d',
  options: {
    filters: whole(),
    kernel: wholeSides,
    stride: optional(wholeSides),
    padding: optional(oneOf(PADDING_MODES)),
    ...KERNEL_OPTIONS,
    ...SPECTRAL_OPTIONS,
  },
  facts(layer, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    const { filters, kernel, stride = 1, padding = 'same' } = layer;
    const [[height, width], [down, across]] = [pairOf(kernel), pairOf(stride)];
    const output = [
      convOutputSide(h, height, down, padding),
      convOutputSide(w, width, across, padding),
      filters,
    ];
    return {
      output,
      weights: kernelWeights([height, width, c, filters], filters, layer),
      multiplyAdds: volume(output) * height * width * c,
    };
  },
  channels: { kind: 'made', inputAxis: 2, outputAxis: 3 },
  keepsOutput: true,
  detail: ({ kernel, stride = 1 }) => `${sidesText(kernel)}, stride ${sidesText(stride)}`,
});
