// Describes pictures in colour by the feature network that comes with the page: the mean of each map at the end of its first three
// blocks, 112 numbers. It was trained on photographs of flowers and sees colours, textures and strokes of any pictures, large forms
// less; random features see hardly any blur or noise (docs/colour-quality.md, which also says why not the fourth block).
import { slice, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { ENCODER_EVALUATOR } from '../../core/measures';
import type { NetworkNode, NetworkSpec } from '../../core/network';
import { ganvasEncoder } from '../../encoders/ganvasEncoder';
import { encoderNetwork, madeBy } from '../../encoders/network';
import { openEncoderWeights, type ReadModelFile } from '../../encoders/openEncoder';
import type { EncoderWeights } from '../../encoders/weights';
import { Network } from '../../engine/network';
import { classify } from '../../metrics/evaluator/classifier';
import type { ImageShape } from '../../metrics/evaluator/classifierNetwork';
import type { Evaluator } from '../../metrics/evaluator/evaluator';

/** Each block's last convolution, whose maps are seen. */
const BLOCKS = ganvasEncoder.blocks.slice(0, 3);
const LAYERS = BLOCKS.map(({ convolutions }, i) => `conv${i + 1}_${convolutions}`);
/** Width of the features. */
export const ENCODER_FEATURES = BLOCKS.reduce((sum, { filters }) => sum + filters, 0);
/**
 * What brings the numbers of each block to a spread of about 1 over photographs, so that each counts; powers of two, so that
 * nothing is rounded.
 */
const SCALES = [8, 16, 16] as const;
/** Larger pictures are seen at a half, a third and so on of their size, at this side at least: the encoder learned at 48 pixels. */
const LEAST_SIDE = 32;
/** Pictures that go through the network at once: maps of more would take memory that a run may need. */
const AT_ONCE = 32;

/** By what a side of pictures is divided before they are seen. */
const reduction = ([height, width]: ImageShape): number =>
  Math.max(1, Math.floor(Math.min(height, width) / LEAST_SIDE));

/** From pictures [height, width, 3] in [-1, 1] to the features [112]. */
export function encoderJudge(shape: ImageShape): NetworkSpec {
  const size = reduction(shape);
  const [height, width] = [shape[0], shape[1]].map((side) => Math.floor(side / size));
  const { nodes } = encoderNetwork(ganvasEncoder, [height, width], 'max', LAYERS);
  const seen = size > 1 ? 'reduced' : 'picture';
  const reduced: readonly NetworkNode[] =
    size > 1 ? [{ kind: 'averagePool', size, id: seen, from: ['picture'] }] : [];
  const means = LAYERS.map((layer): NetworkNode => ({
    kind: 'globalAveragePool',
    id: `mean_${layer}`,
    from: [madeBy(layer)],
  }));
  return {
    name: 'evaluator',
    inputs: [{ name: 'picture', shape }],
    nodes: [
      ...reduced,
      ...nodes.map((node) => ({ ...node, from: node.from.map((id) => (id === 'picture' ? seen : id)) })),
      ...means,
      { kind: 'concat', id: 'features', from: means.map(({ id }) => id) },
    ],
    outputs: ['features'],
  };
}

/** By what a layer's weight is multiplied, so that the maps of each block come out scaled, and the next block takes them back. */
function scaleOf(name: string): number {
  const [layer, role] = name.split('/');
  const block = Number(layer.slice('conv'.length).split('_')[0]) - 1;
  if (LAYERS.includes(layer)) return SCALES[block];
  const isFirst = layer.endsWith('_1') && block > 0 && role === 'kernel';
  return isFirst ? 1 / SCALES[block - 1] : 1;
}

function fill(network: Network, weights: EncoderWeights): void {
  tidy(() => {
    for (const { name, variable } of network.weights) {
      const values = weights.get(name);
      if (!values) throw new TypeError(`There are no weights ${name} of ${ganvasEncoder.id}`);
      const scale = scaleOf(name);
      variable.assign(
        tensor(
          values.map((value) => scale * value),
          variable.shape,
        ),
      );
    }
  });
}

/**
 * @param read files that come with the page
 * @throws EncoderFileError for damaged files; what `read` throws
 */
export async function openEncoderEvaluator(shape: ImageShape, read: ReadModelFile): Promise<Evaluator> {
  const weights = await openEncoderWeights(ganvasEncoder, read);
  const body = new Network(encoderJudge(shape), 0);
  fill(body, weights);
  const size = ENCODER_FEATURES;
  return {
    ...{ label: ENCODER_EVALUATOR, sees: 'images', size, classNames: [] },
    networks: { body, head: null },
    async evaluate(images: Tensor) {
      const [count] = images.shape;
      const features = new Float32Array(count * size);
      for (let start = 0; start < count; start += AT_ONCE) {
        const some = slice(images, [start], [Math.min(AT_ONCE, count - start)]);
        const verdict = await classify(body, null, some);
        some.dispose();
        features.set(verdict.features, start * size);
      }
      return { features, probabilities: new Float32Array() };
    },
    dispose: () => body.dispose(),
  };
}
