// A feed-forward style student (Johnson et al. 2016, https://arxiv.org/abs/1603.08155), also of several styles (Dumoulin et al. 2017,
// https://arxiv.org/abs/1610.07629). Its trainer is style/studentTrainer.ts, fetched when one is built; what the task says of itself
// is styleStudentFacts.ts.
import { passesNeed } from '../core/memoryNeed';
import { networkTotals, volume } from '../core/network';
import type { RunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import { encoderLayers, encoderNetwork, leastSide } from '../encoders/network';
import { openEncoderWeights } from '../encoders/openEncoder';
import { Network } from '../engine/network';
import type { ImageShape } from '../models/define';
import { savedNetwork } from '../training/savedTensors';
import { defineTask, TaskDataError, type TaskDescription, type TaskParts } from './define';
import { layerWeights } from './style/losses';
import { poolingOf } from './style/params';
import { encoderOf } from './style/pictures';
import { studentSpec } from './style/studentSpec';
import type { StyleStudentTrainer } from './style/studentTrainer';
import { contentOf, countOf, stylePictures, styleSize } from './style/stylePictures';
import { savedShelf, StyleShelf } from './style/styleShelf';
import { styleStudentFacts as facts } from './styleStudentFacts';

/** Passes through the feature network whose maps live at once: of what was given and of what was made. */
const FEATURE_PASSES = 2;

/** @throws TaskDataError for points and for pictures that are too small for the feature network */
function checkPictures({ shape, readValues }: LoadedDataset, least: number): void {
  const [height, width, channels] = shape;
  if (readValues === undefined && Math.min(height, width) >= least && (channels === 1 || channels === 3))
    return;
  throw new TaskDataError(
    `The data have ${height} x ${width} numbers in ${channels === 1 ? '1 channel' : `${channels} channels`}.`,
    `Choose pictures of at least ${least} pixels a side.`,
  );
}

function describe(config: RunConfig, shape: ImageShape): TaskDescription {
  const { taskParams, batch } = config;
  const spec = studentSpec(config, shape);
  const definition = encoderOf(taskParams);
  const { content, style } = layerWeights(taskParams, encoderLayers(definition));
  const layers = [...new Set([...content, ...style].map(({ layer }) => layer))];
  const features = encoderNetwork(definition, [shape[0], shape[1]], poolingOf(taskParams), layers);
  const kept =
    networkTotals(features).nonTrainable + countOf(taskParams) * volume([...styleSize(config, shape), 3]);
  return {
    networks: [{ id: 'generator', spec }],
    need: passesNeed({
      ...{ batch, kept, data: 0 },
      networks: [
        { spec, passes: 1 },
        { spec: features, passes: FEATURE_PASSES },
      ],
    }),
  };
}

export const styleStudent = defineTask({
  ...facts,
  /**
   * @throws InvalidValueError for frozen layers that there are none of, TaskDataError for data that are no pictures and for more
   *   styles than there are, EncoderFileError for weights that are not there
   */
  async build({
    config,
    dataset,
    test,
    readModelFile,
    compression,
    isSaved,
  }: TaskParts): Promise<StyleStudentTrainer> {
    const definition = encoderOf(config.taskParams);
    checkPictures(dataset, leastSide(definition));
    const styles = await stylePictures(dataset, config, isSaved);
    const spec = studentSpec(config, dataset.shape, compression?.widths);
    const weights = await openEncoderWeights(definition, readModelFile);
    const { StyleStudentTrainer } = await import('./style/studentTrainer');
    const shelf = new StyleShelf(styles);
    const data = { dataset, shown: contentOf(test ?? dataset), shelf };
    const generator = new Network(spec, config.seed);
    return new StyleStudentTrainer(config, data, { definition, weights }, generator, compression);
  },
  describe,
  *saved({ config, shape, compression }) {
    yield savedNetwork('generator', studentSpec(config, shape, compression?.widths), 'kept');
    yield savedShelf(countOf(config.taskParams), styleSize(config, shape));
    yield { kind: 'numbers', name: 'encoder', length: 1 };
  },
});
