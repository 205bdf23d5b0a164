// One filter per channel, `same` padding; kernel [side, side, channels, 1]. A 1 x 1 convolution after it makes it separable.
import { defineLayer } from './define';
import { optional, whole } from './options';
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

interface DepthwiseConv2dOptions extends KernelOptions, SpectralOptions {
  readonly kernel: number;
  readonly stride?: number;
}

export const depthwiseConv2d = defineLayer<DepthwiseConv2dOptions>()({
  kind: 'depthwiseConv2d',
  options: { kernel: whole(), stride: optional(whole()), ...KERNEL_OPTIONS, ...SPECTRAL_OPTIONS },
  facts(layer, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    const { kernel, stride = 1 } = layer;
    const output = [convOutputSide(h, kernel, stride, 'same'), convOutputSide(w, kernel, stride, 'same'), c];
    return {
      output,
      weights: kernelWeights([kernel, kernel, c, 1], c, layer),
      multiplyAdds: volume(output) * kernel * kernel,
    };
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: ({ kernel, stride = 1 }) => `${kernel}×${kernel}, stride ${stride}`,
});
