// What goes along to PyTorch of a run that learns to paint in styles, or that paints one picture (leavingRuns.ts): the feature network
// that judges it, with its weights, which no run file holds.
import { resolveNetwork, volume } from '../core/network';
import type { ParamValues } from '../core/paramSpec';
import { arrayDataset } from '../datasets/arrayDataset';
import { batchIndices } from '../datasets/sampling';
import { featureOffset, preparedWeights } from '../encoders/encoder';
import { encoderLayers, encoderNetwork, madeBy } from '../encoders/network';
import { openEncoderWeights } from '../encoders/openEncoder';
import { fingerprintOf } from '../encoders/weights';
import type { ImageShape } from '../models/define';
import { layerWeights, type LayerWeight } from '../tasks/style/losses';
import { poolingOf } from '../tasks/style/params';
import { encoderOf, twoPictures } from '../tasks/style/pictures';
import { contentOf } from '../tasks/style/stylePictures';
import { studentSpec } from '../tasks/style/studentSpec';
import { checkEncoder, ROWS } from '../tasks/style/studentTrainer';
import { styleStudentFacts } from '../tasks/styleStudentFacts';
import { checkPainted } from '../tasks/style/transferTrainer';
import { styleTransferFacts } from '../tasks/styleTransferFacts';
import { updatesOf, type Leaving, type LeavingData } from './leavingFacts';
import { readModelFile } from './modelFiles';

/** Name of the feature network's tensors. */
const FEATURES = 'features';

const pairsOf = (layers: readonly LayerWeight[]) =>
  layers.map(({ layer, weight }) => [layer, weight] as const);

/**
 * The feature network up to the deepest layer that counts.
 * @throws EncoderFileError for weights that are not there
 */
async function featuresOf(taskParams: ParamValues, [height, width]: ImageShape) {
  const definition = encoderOf(taskParams);
  const weights = await openEncoderWeights(definition, readModelFile);
  const { content, style } = layerWeights(taskParams, encoderLayers(definition));
  const layers = [...new Set([...content, ...style].map(({ layer }) => layer))];
  const features = encoderNetwork(definition, [height, width], poolingOf(taskParams), layers);
  const prepared = preparedWeights(definition, weights);
  return {
    fingerprint: fingerprintOf(weights),
    networks: { [FEATURES]: features },
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
      contentLayers: pairsOf(content),
      styleLayers: pairsOf(style),
      featureMaps: Object.fromEntries(layers.map((layer) => [layer, madeBy(layer)])),
      featureOffset: featureOffset(definition),
    },
  };
}

/** @throws EncoderFileError for weights that are not there, CheckpointMismatchError for others than it learned by */
export async function paintingStyles({ snapshot, dataset, test }: LeavingData): Promise<Leaving> {
  const { config, compression, numbers = {} } = snapshot;
  const pictures = contentOf(dataset);
  const { fingerprint, networks, constants, facts } = await featuresOf(config.taskParams, pictures.shape);
  checkEncoder(numbers, fingerprint);
  const shown = contentOf(test ?? dataset);
  return {
    loss: null,
    networks: { generator: studentSpec(config, dataset.shape, compression?.widths), ...networks },
    constants,
    facts: { ...updatesOf(styleStudentFacts, ['generator']), ...facts },
    needsLabels: false,
    shown: {
      given: {
        shape: shown.shape,
        values: shown.read(batchIndices(config.seed, 0, 0, ROWS, shown.size)).pixels,
      },
    },
    learnsFrom: pictures,
  };
}

/**
 * Of all pictures the two that it is painted from go along, content first.
 * @throws TaskDataError for data without them, EncoderFileError for weights that are not there, CheckpointMismatchError for others
 * than it was painted by
 */
export async function paintingOnce({ snapshot, dataset }: LeavingData): Promise<Leaving> {
  const { config, numbers = {} } = snapshot;
  const { shape } = twoPictures(dataset, encoderOf(config.taskParams));
  const { fingerprint, networks, constants, facts } = await featuresOf(config.taskParams, shape);
  checkPainted(numbers, fingerprint);
  const pixels = [dataset.pair?.a, dataset.pair?.b].flatMap((domain) =>
    domain ? [...domain.images.read([0]).pixels] : [],
  );
  return {
    loss: null,
    networks,
    constants,
    facts: { ...updatesOf(styleTransferFacts, []), ...facts },
    needsLabels: false,
    shown: {},
    learnsFrom: arrayDataset({ shape, pixels: Uint8Array.from(pixels), labels: null, classNames: null }),
  };
}
