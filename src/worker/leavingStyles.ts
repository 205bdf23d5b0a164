// What goes along to PyTorch of a run that learns to paint in styles (leavingRuns.ts): the feature network that judges it, with its
// weights, which no run file holds.
import { volume } from '../core/network';
import { batchIndices } from '../datasets/sampling';
import { featureOffset, preparedWeights } from '../encoders/encoder';
import { encoderLayers, encoderNetwork, madeBy } from '../encoders/network';
import { openEncoderWeights } from '../encoders/openEncoder';
import { fingerprintOf } from '../encoders/weights';
import { layerWeights, type LayerWeight } from '../tasks/style/losses';
import { poolingOf } from '../tasks/style/look';
import { encoderOf } from '../tasks/style/pictures';
import { contentOf } from '../tasks/style/stylePictures';
import { studentSpec } from '../tasks/style/studentSpec';
import { checkEncoder, ROWS } from '../tasks/styleStudent';
import { styleStudentFacts } from '../tasks/styleStudentFacts';
import { resolveNetwork } from '../core/network';
import { updatesOf, type Leaving, type LeavingData } from './leavingFacts';
import { readModelFile } from './modelFiles';

/** Name of the feature network's tensors. */
const FEATURES = 'features';

const pairsOf = (layers: readonly LayerWeight[]) =>
  layers.map(({ layer, weight }) => [layer, weight] as const);

/** @throws EncoderFileError for weights that are not there, CheckpointMismatchError for others than it learned by */
export async function paintingStyles({ snapshot, dataset, test }: LeavingData): Promise<Leaving> {
  const { config, compression, numbers = {} } = snapshot;
  const { taskParams, seed } = config;
  const definition = encoderOf(taskParams);
  const weights = await openEncoderWeights(definition, readModelFile);
  checkEncoder(numbers, fingerprintOf(weights));
  const { content, style } = layerWeights(taskParams, encoderLayers(definition));
  const layers = [...new Set([...content, ...style].map(({ layer }) => layer))];
  const pictures = contentOf(dataset);
  const [height, width] = pictures.shape;
  const features = encoderNetwork(definition, [height, width], poolingOf(taskParams), layers);
  const prepared = preparedWeights(definition, weights);
  const shown = contentOf(test ?? dataset);
  return {
    loss: null,
    networks: { generator: studentSpec(config, dataset.shape, compression?.widths), [FEATURES]: features },
    constants: resolveNetwork(features).flatMap((layer) =>
      layer.weights.map(({ role, shape }) => {
        const name = `${layer.name}/${role}`;
        return {
          name: `${FEATURES}/${name}`,
          shape: [...shape],
          values: prepared.get(name) ?? new Float32Array(volume(shape)),
        };
      }),
    ),
    facts: {
      ...updatesOf(styleStudentFacts, ['generator']),
      contentLayers: pairsOf(content),
      styleLayers: pairsOf(style),
      featureMaps: Object.fromEntries(layers.map((layer) => [layer, madeBy(layer)])),
      featureOffset: featureOffset(definition),
    },
    needsLabels: false,
    shown: {
      given: { shape: shown.shape, values: shown.read(batchIndices(seed, 0, 0, ROWS, shown.size)).pixels },
    },
    learnsFrom: pictures,
  };
}
