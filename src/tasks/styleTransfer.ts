// Neural style transfer (Gatys et al. 2016, https://arxiv.org/abs/1508.06576). Its trainer is style/transferTrainer.ts, fetched
// when one is built; what the task says of itself is styleTransferFacts.ts.
import { passesNeed } from '../core/memoryNeed';
import { networkTotals, volume } from '../core/network';
import type { ParamValues } from '../core/paramSpec';
import type { RunConfig } from '../core/runConfig';
import { encoderLayers, encoderNetwork } from '../encoders/network';
import { openEncoderWeights } from '../encoders/openEncoder';
import type { ImageShape } from '../models/define';
import type { SavedPart } from '../training/savedTensors';
import { defineTask, type TaskDescription, type TaskParts } from './define';
import { layerWeights } from './style/losses';
import { HISTORY, poolingOf } from './style/params';
import { encoderOf, twoPictures } from './style/pictures';
import type { StyleTransferTrainer } from './style/transferTrainer';
import { styleTransferFacts as facts } from './styleTransferFacts';

/** Maps that live at once: those of one pass, and what Gram matrices make of them. */
const PASSES = 1.5;
/** The feature network up to the deepest layer that counts, and what a step takes of it. */
function describeStyle(params: ParamValues, shape: ImageShape): TaskDescription {
  const definition = encoderOf(params);
  const { content, style } = layerWeights(params, encoderLayers(definition));
  const layers = [...new Set([...content, ...style].map(({ layer }) => layer))];
  const spec = encoderNetwork(definition, [shape[0], shape[1]], poolingOf(params), layers);
  const { nonTrainable } = networkTotals(spec);
  const pass = { networks: [{ spec, passes: PASSES }], batch: 1, data: 0 };
  const remembered = params.optimizer === 'adam' ? 3 : 3 + 2 * HISTORY;
  return {
    networks: [{ id: 'encoder', spec }],
    need: {
      device: passesNeed({ ...pass, kept: nonTrainable }).device,
      tensor: passesNeed({ ...pass, kept: 0 }).tensor,
      // A save holds the picture's numbers, and packs them.
      host: 4 * (nonTrainable + 3 * remembered * volume(shape)),
    },
  };
}

function* savedParts({ taskParams }: RunConfig, shape: ImageShape): Generator<SavedPart> {
  const picture = [1, ...shape];
  const isAdam = taskParams.optimizer === 'adam';
  const pixels = { name: 'pixels', shape: picture, learns: true };
  yield { kind: 'network', id: 'picture', weights: [pixels], optimizer: isAdam ? 'kept' : 'none' };
  yield { kind: 'numbers', name: 'encoder', length: 1 };
  if (isAdam) return;
  yield { kind: 'numbers', name: 'lbfgs', length: 3 };
  const names = [
    'move',
    'gradient',
    ...['moves', 'changes'].flatMap((kind) => Array.from({ length: HISTORY }, (_, i) => `${kind}/${i}`)),
  ];
  yield { kind: 'optional', tensors: names.map((name) => ({ name: `lbfgs/${name}`, shape: picture })) };
}

export const styleTransfer = defineTask({
  ...facts,
  /** @throws TaskDataError for data without a content and a style picture, EncoderFileError for weights that are not there */
  async build({ config, dataset, readModelFile }: TaskParts): Promise<StyleTransferTrainer> {
    const definition = encoderOf(config.taskParams);
    const pictures = twoPictures(dataset, definition);
    const weights = await openEncoderWeights(definition, readModelFile);
    const { StyleTransferTrainer } = await import('./style/transferTrainer');
    return new StyleTransferTrainer(config, pictures, { definition, weights });
  },
  describe: ({ taskParams }, shape) => describeStyle(taskParams, shape),
  saved: ({ config, shape }) => savedParts(config, shape),
});
