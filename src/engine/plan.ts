// Turns a network description into the operations that run: neighbouring layers that one fused kernel can do are
// joined (upsampling + convolution, batch norm + activation + dropout, ...). Pure; no tensors.
import {
  BATCH_NORM_EPSILON,
  LEAKY_ALPHA,
  type ActivationName,
  type PaddingMode,
  type ResolvedNode,
  type Shape,
} from '../core/network';

/** Activation of a fused operation; `alpha` is the negative slope of `leakyRelu`. */
export interface Activation {
  readonly activation: ActivationName | 'linear';
  readonly alpha: number;
}

export const LINEAR: Activation = { activation: 'linear', alpha: 0 };

/** Dropout after the activation; `layerIndex` makes its stream unique in the network. */
export interface PlannedDropout {
  readonly rate: number;
  readonly layerIndex: number;
}

export type PlannedOp =
  | ({ readonly op: 'dense'; readonly name: string; readonly spectral: boolean } & Activation)
  | ({
      readonly op: 'conv2d';
      readonly name: string;
      readonly stride: number;
      readonly padding: PaddingMode;
      readonly spectral: boolean;
    } & Activation)
  | ({
      readonly op: 'depthwiseConv2d';
      readonly name: string;
      readonly stride: number;
      readonly spectral: boolean;
    } & Activation)
  | ({ readonly op: 'upsampleConv2d'; readonly name: string } & Activation)
  | ({
      readonly op: 'conv2dTranspose';
      readonly name: string;
      readonly stride: number;
      readonly output: Shape;
    } & Activation)
  | ({
      readonly op: 'batchNorm';
      readonly name: string;
      readonly momentum: number;
      readonly epsilon: number;
      readonly dropout: PlannedDropout | null;
    } & Activation)
  | ({ readonly op: 'exampleNorm'; readonly name: string; readonly over: 'layer' | 'instance' } & Activation)
  | { readonly op: 'minibatchStd' }
  | ({ readonly op: 'activation'; readonly dropout: PlannedDropout | null } & Activation)
  | { readonly op: 'upsample' }
  | { readonly op: 'reshape'; readonly shape: Shape }
  | {
      readonly op: 'zeroPad';
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    };

/** The fused operations of a network, in order. */
export function planNetwork(layers: readonly ResolvedNode[]): readonly PlannedOp[] {
  const plan: PlannedOp[] = [];
  let next = 0;
  const peek = (ahead = 0) => layers[next + ahead]?.layer;

  const takeActivation = (): Activation => {
    const layer = peek();
    if (layer?.kind !== 'activation') return LINEAR;
    next++;
    return { activation: layer.fn, alpha: layer.alpha ?? LEAKY_ALPHA };
  };
  const takeDropout = (): PlannedDropout | null => {
    const layer = peek();
    if (layer?.kind !== 'dropout') return null;
    return { rate: layer.rate, layerIndex: next++ };
  };
  /** A matrix product takes the activation along, unless dropout follows: then one pass does both. */
  const takeActivationAlone = (): Activation =>
    peek()?.kind === 'activation' && peek(1)?.kind === 'dropout' ? LINEAR : takeActivation();

  while (next < layers.length) {
    const { layer, name, output } = layers[next++];
    switch (layer.kind) {
      case 'dense':
        plan.push({ op: 'dense', name, spectral: layer.spectral ?? false, ...takeActivationAlone() });
        break;
      case 'conv2d':
        plan.push({
          op: 'conv2d',
          name,
          stride: layer.stride ?? 1,
          padding: layer.padding ?? 'same',
          spectral: layer.spectral ?? false,
          ...takeActivationAlone(),
        });
        break;
      case 'depthwiseConv2d':
        plan.push({
          op: 'depthwiseConv2d',
          name,
          stride: layer.stride ?? 1,
          spectral: layer.spectral ?? false,
          ...takeActivationAlone(),
        });
        break;
      case 'conv2dTranspose':
        plan.push({ op: 'conv2dTranspose', name, stride: layer.stride, output, ...takeActivationAlone() });
        break;
      case 'upsample': {
        const following = peek();
        const fits =
          following?.kind === 'conv2d' &&
          following.kernel === 3 &&
          !following.spectral &&
          (following.stride ?? 1) === 1 &&
          (following.padding ?? 'same') === 'same';
        if (fits) {
          const conv = layers[next++];
          plan.push({ op: 'upsampleConv2d', name: conv.name, ...takeActivationAlone() });
        } else plan.push({ op: 'upsample' });
        break;
      }
      case 'batchNorm': {
        const activation = takeActivation();
        const { momentum, epsilon = BATCH_NORM_EPSILON } = layer;
        plan.push({ op: 'batchNorm', name, momentum, epsilon, ...activation, dropout: takeDropout() });
        break;
      }
      case 'layerNorm':
      case 'instanceNorm': {
        const over = layer.kind === 'layerNorm' ? 'layer' : 'instance';
        plan.push({ op: 'exampleNorm', name, over, ...takeActivationAlone() });
        break;
      }
      case 'minibatchStd':
        plan.push({ op: 'minibatchStd' });
        break;
      case 'activation':
        next--;
        plan.push({ op: 'activation', ...takeActivation(), dropout: takeDropout() });
        break;
      case 'dropout':
        next--;
        plan.push({ op: 'activation', ...LINEAR, dropout: takeDropout() });
        break;
      case 'reshape':
      case 'flatten':
        plan.push({ op: 'reshape', shape: output });
        break;
      case 'zeroPad':
        plan.push({
          op: 'zeroPad',
          top: layer.top,
          bottom: layer.bottom,
          left: layer.left,
          right: layer.right,
        });
        break;
    }
  }
  return plan;
}
