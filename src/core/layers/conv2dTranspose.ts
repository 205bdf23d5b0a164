// The gradient of a `same` convolution by its input: sides times the stride; kernel
// [height, width, filters, channels].
import { defineLayer } from './define';
import { whole } from './options';
import { KERNEL_OPTIONS, kernelWeights, soleImage, type KernelOptions } from './shapes';
import { pairOf, sidesText, wholeSides, type Sides } from './sides';

interface Conv2dTransposeOptions extends KernelOptions {
  readonly filters: number;
  readonly kernel: Sides;
  readonly stride: Sides;
}

export const conv2dTranspose = defineLayer<Conv2dTransposeOptions>()({
  kind: 'conv2dTranspose',
  options: { filters: whole(), kernel: wholeSides, stride: wholeSides, ...KERNEL_OPTIONS },
  facts(layer, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    const { filters, kernel, stride } = layer;
    const [[height, width], [down, across]] = [pairOf(kernel), pairOf(stride)];
    return {
      output: [h * down, w * across, filters],
      weights: kernelWeights([height, width, filters, c], filters, layer),
      multiplyAdds: h * w * c * height * width * filters,
    };
  },
  channels: { kind: 'made', inputAxis: 3, outputAxis: 2 },
  keepsOutput: true,
  detail: ({ kernel, stride }) => `${sidesText(kernel)}, stride ${sidesText(stride)}`,
});
