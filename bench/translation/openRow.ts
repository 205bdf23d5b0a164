// A training run from image to image for benchmarks: its trainer on the active backend, and the question by which PyTorch takes the
// same steps. Random pictures; the task's own settings but for the generator.
import type { ParamValues } from '../../src/core/paramSpec';
import { readRunConfig } from '../../src/core/runConfig';
import { asOneSet } from '../../src/datasets/pairs/domains';
import { cycleGan } from '../../src/tasks/cycleGan';
import { pairTranslation } from '../../src/tasks/pairTranslation';
import { pairSource } from '../../src/tasks/translation/pairSources';
import { noiseImages } from '../../src/testing/randomNetworks';
import type { UpdatesTrainer } from '../../src/training/updatesTrainer';
import { catalogue } from '../../src/worker/catalogue';
import { checkChoices } from '../../src/worker/openRun';

export interface TranslationRow {
  readonly task: 'cycles' | 'pairs';
  readonly side: number;
  readonly generator: 'unet' | 'resnet';
}

export interface OpenedRow {
  readonly trainer: UpdatesTrainer;
  /** JSON for bench/native/peer.py. */
  readonly question: string;
}

const weightsOf = ({ weights }: UpdatesTrainer['networks'][number]['network']) =>
  Object.fromEntries(weights.map(({ name, variable }) => [name, variable.shape]));

export function openTranslation({ task, side, generator }: TranslationRow): OpenedRow {
  const shape = [side, side, 3] as const;
  const definition = task === 'cycles' ? cycleGan : pairTranslation;
  const read = readRunConfig({ task: definition.id }, catalogue);
  const taskParams: ParamValues = { ...read.taskParams, generator, decay: false };
  const config = { ...read, taskParams };
  const images = noiseImages(shape, 1);
  const domains = {
    a: { name: 'a', images },
    b: { name: 'b', images: noiseImages(shape, 2) },
    aligned: false,
  };
  const dataset = task === 'cycles' ? asOneSet(domains) : images;
  const trainer = definition.build({ ...checkChoices(config), config, dataset });
  const networks = trainer.networks.flatMap(({ id, network }) =>
    'spec' in network ? [[id, { spec: network.spec, weights: weightsOf(network) }] as const] : [],
  );
  const { cycleWeight: cycle, identityWeight: identity } = taskParams;
  const pair = task === 'pairs' ? pairSource(images, config) : null;
  const question = {
    ...Object.fromEntries(networks),
    ...{ batch: config.batch, shape, factors: { cycle, identity } },
    ...(pair ? { given: pair.given, right: pair.right } : {}),
  };
  return { trainer, question: JSON.stringify(question) };
}
