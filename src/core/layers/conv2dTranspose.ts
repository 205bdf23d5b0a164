// The gradient of a `same` convolution by its input: sides times the stride; kernel [side, side, filters, channels].
import { defineLayer } from './define';
import { whole } from './options';
import { KERNEL_OPTIONS, kernelWeights, soleImage, type KernelOptions } from './shapes';

interface Conv2dTransposeOptions extends KernelOptions {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
}

export const conv2dTranspose = defineLayer<Conv2dTransposeOptions>()({
  kind: 'conv2dTranspose',
  options: { filters: whole(), kernel: whole(), stride: whole(), ...KERNEL_OPTIONS },
  facts(layer, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    const { filters, kernel, stride } = layer;
    return {
      output: [h * stride, w * stride, filters],
      weights: kernelWeights([kernel, kernel, filters, c], filters, layer),
      multiplyAdds: h * w * c * kernel * kernel * filters,
    };
  },
  channels: { kind: 'made', inputAxis: 3, outputAxis: 2 },
  keepsOutput: true,
  detail: ({ kernel, stride }) => `${kernel}×${kernel}, stride ${stride}`,
});
