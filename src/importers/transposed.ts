// A transposed convolution of a file as layers of this project, which know `same` padding alone. Without padding it is a
// dense layer where it starts from one pixel (as DCGANs often do), and a full convolution at stride 1.
import { pairOf, type PaddingMode, type Sides } from '../core/network';
import type { LayerWeights, NetworkAssembly } from './assembly';
import { UnsupportedLayerError } from '../readers/errors';

interface Transposed {
  readonly filters: number;
  readonly kernel: Sides;
  readonly stride: Sides;
  readonly padding: PaddingMode;
}

/**
 * Appends the layers.
 * @param weights kernel [kernel, kernel, filters, channels] and bias [filters], or no bias
 * @throws UnsupportedLayerError for what has no counterpart
 */
export function addTransposed(
  assembly: NetworkAssembly,
  label: string,
  { filters, kernel: kernels, stride: strides, padding }: Transposed,
  weights: LayerWeights & { readonly kernel?: Float32Array },
  supported: string,
): void {
  const [height, width, channels] = assembly.shape;
  const bias = weights.bias ? {} : { useBias: false };
  const values = weights.kernel ?? new Float32Array();
  if (padding === 'same') {
    const layer = { kind: 'conv2dTranspose', filters, kernel: kernels, stride: strides, ...bias } as const;
    assembly.add(layer, label, weights);
    return;
  }
  const [[kernel, columns], [stride, across]] = [pairOf(kernels), pairOf(strides)];
  if (kernel !== columns || stride !== across) {
    throw new UnsupportedLayerError(label, 'it is no square and has no padding', supported);
  }
  if (height === 1 && width === 1 && kernel >= stride) {
    const units = kernel * kernel * filters;
    const matrix = new Float32Array(values.length);
    for (let unit = 0; unit < units; unit++)
      for (let c = 0; c < channels; c++) matrix[c * units + unit] = values[unit * channels + c];
    const own = weights.bias;
    const everywhere = own && Float32Array.from({ length: units }, (_, i) => own[i % filters]);
    assembly.add({ kind: 'reshape', shape: [channels] }, label);
    assembly.add({ kind: 'dense', units, ...bias }, label, {
      kernel: matrix,
      ...(everywhere && { bias: everywhere }),
    });
    assembly.add({ kind: 'reshape', shape: [kernel, kernel, filters] }, label);
  } else if (stride === 1) {
    const flipped = new Float32Array(values.length);
    const pixels = kernel * kernel;
    for (let pixel = 0; pixel < pixels; pixel++)
      for (let f = 0; f < filters; f++)
        for (let c = 0; c < channels; c++)
          flipped[((pixels - 1 - pixel) * channels + c) * filters + f] =
            values[(pixel * filters + f) * channels + c];
    const rim = kernel - 1;
    assembly.add({ kind: 'zeroPad', top: rim, bottom: rim, left: rim, right: rim }, label);
    assembly.add({ kind: 'conv2d', filters, kernel, padding: 'valid', ...bias }, label, {
      ...weights,
      kernel: flipped,
    });
  } else {
    throw new UnsupportedLayerError(label, `it has stride ${stride} and no padding`, supported);
  }
}
