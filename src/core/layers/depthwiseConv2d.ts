// One filter per channel, `same` padding; kernel [height, width, channels, 1]. A 1 x 1 convolution after it makes it separable.
import { defineLayer } from './define';
import { optional } from './options';
import {
  convOutputSide,
  KERNEL_OPTIONS,
  kernelWeights,
  soleImage,
  SPECTRAL_OPTIONS,
  volume,
  type KernelOptions,
  type SpectralOptions,
} from './shapes';
import { pairOf, sidesText, wholeSides, type Sides } from './sides';

interface DepthwiseConv2dOptions extends KernelOptions, SpectralOptions {
  readonly kernel: Sides;
  readonly stride?: Sides;
}

export const depthwiseConv2d = defineLayer<DepthwiseConv2dOptions>()({
  kind: 'depthwiseConv2d',
  options: { kernel: wholeSides, stride: optional(wholeSides), ...KERNEL_OPTIONS, ...SPECTRAL_OPTIONS },
  facts(layer, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    const { kernel, stride = 1 } = layer;
    const [[height, width], [down, across]] = [pairOf(kernel), pairOf(stride)];
    const output = [convOutputSide(h, height, down, 'same'), convOutputSide(w, width, across, 'same'), c];
    return {
      output,
      weights: kernelWeights([height, width, c, 1], c, layer),
      multiplyAdds: volume(output) * height * width,
    };
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: ({ kernel, stride = 1 }) => `${sidesText(kernel)}, stride ${sidesText(stride)}`,
});
