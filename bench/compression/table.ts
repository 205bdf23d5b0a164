// The comparison of a trained MNIST run with what is made of it, as the page makes it: quality by the project's own
// evaluator, sizes of the .tflite files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { setBackend } from '@tensorflow/tfjs-core';
import { decodeSnapshot } from '../../src/checkpoints/format';
import { parameterCount, multiplyAdds } from '../../src/graph/facts';
import { isFullInteger } from '../../src/compression/variants';
import type { CompressionRecord } from '../../src/core/compressionRecord';
import { arrayDataset } from '../../src/datasets/arrayDataset';
import type { LoadedDataset } from '../../src/datasets/define';
import { parseIdx } from '../../src/datasets/idx';
import { registerSimdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { variantFile } from '../../src/exporters/tflite/variantFile';
import { losses } from '../../src/losses';
import { openEvaluator } from '../../src/metrics/evaluator/openEvaluator';
import { models } from '../../src/models';
import type { MakeRequest, VariantId } from '../../src/protocol';
import { loadTestModule } from '../../src/testing/simdModule';
import { graphOf, rangesOf, trainedGenerator } from '../../src/training/generatorGraph';
import { Measurer } from '../../src/training/measuring/measurer';
import { measureVariant } from '../../src/training/measuring/variantMeasure';
import { restoreTensors } from '../../src/training/snapshot';
import { readRunConfig, writeRunConfig } from '../../src/core/runConfig';
import { tasks } from '../../src/tasks';
import { isRunMaker } from '../../src/tasks/define';
import { Trainer } from '../../src/training/trainer';
import { catalogue } from '../../src/worker/catalogue';

interface Options {
  readonly run: string;
  readonly data: string;
  readonly samples: number;
  readonly threads: number;
  /** Chains of techniques: `channels:0.25:300,qat:8:200`, `student:0.5:1500`, `weights:0.8:300`. */
  readonly chains: readonly string[];
  readonly variants: readonly VariantId[];
}

const VARIANTS: readonly VariantId[] = [
  'float32',
  'float16',
  'int8-weights',
  'int8',
  'int4-weights',
  'int8-int4',
];

function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      run: { type: 'string', default: '' },
      data: { type: 'string', default: process.env.DATASETS_DIR ?? '../shared/data' },
      samples: { type: 'string', default: '5000' },
      threads: { type: 'string', default: '2' },
      chain: { type: 'string', multiple: true, default: [] },
      variants: { type: 'string', default: VARIANTS.join(',') },
    },
  });
  const asked = values.variants.split(',');
  return {
    run: values.run,
    data: values.data,
    samples: Number(values.samples),
    threads: Number(values.threads),
    chains: values.chain,
    variants: VARIANTS.filter((variant) => asked.includes(variant)),
  };
}

function mnist(data: string, split: 'train' | 't10k'): LoadedDataset {
  const read = (name: string) => {
    const packed = readFileSync(join(data, 'mnist', `${split}-${name}.gz`));
    return parseIdx(Uint8Array.from(gunzipSync(packed)), name);
  };
  const images = read('images-idx3-ubyte');
  return arrayDataset({
    shape: [images.dims[1], images.dims[2], 1],
    pixels: images.data,
    labels: read('labels-idx1-ubyte').data,
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  });
}

interface Candidate {
  readonly name: string;
  readonly trainer: Trainer;
  readonly record: CompressionRecord | null;
}

const signal = new AbortController().signal;
const COLUMNS = [
  'generator loss',
  'FD',
  'floor',
  'score',
  'modes',
  'parameters, folded',
  'multiply-adds',
  'bytes',
  'gzip',
  's',
];

/** A link of a chain as the page would ask for it. */
function requestOf(what: string, amount: string, steps: number): MakeRequest {
  if (what === 'student') return { task: 'distill', params: { width: amount, steps } };
  if (what === 'qat') return { task: 'quantize-aware', params: { weightBits: amount, steps } };
  return { task: 'prune', params: { target: what, share: amount, steps } };
}

/** @param args of the command line */
export async function printTable(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (!options.run) throw new TypeError('Say which run with --run RUN.zip.');
  registerSimdBackend(await loadTestModule({ threads: options.threads }));
  await setBackend(SIMD_BACKEND);
  const snapshot = decodeSnapshot(Uint8Array.from(readFileSync(options.run)), catalogue);
  const { config, step } = snapshot;
  const [dataset, heldOut] = [mnist(options.data, 'train'), mnist(options.data, 't10k')];
  const model = models.find(({ id }) => id === config.model);
  const loss = losses.find(({ id }) => id === config.loss);
  if (!model || !loss) throw new TypeError(`${config.model} or ${config.loss} is not known.`);
  const known = { model, loss };
  const base = new Trainer({ config, dataset, model, loss, compression: snapshot.compression });
  restoreTensors(base, snapshot.tensors);
  const { samples } = options;
  const measurer = new Measurer({
    trainer: () => base,
    dataset,
    loadHeldOut: async () => heldOut,
    openEvaluator: () =>
      openEvaluator('mnist', dataset.shape, async (name) =>
        Uint8Array.from(readFileSync(join('public/models', name))),
      ),
  });

  const row = async (candidate: Candidate, variant: VariantId): Promise<void> => {
    const began = performance.now();
    const { trainer, record, name } = candidate;
    const graph = graphOf(await trainedGenerator(trainer));
    const calibration = isFullInteger(variant)
      ? await rangesOf(trainer, graph, 'min-max', record, step)
      : null;
    const task = {
      trainer,
      judge: base,
      measurer,
      dataset,
      graph,
      variant,
      calibration,
      samples,
      step,
      signal,
    };
    const { generatorLoss, measures } = await measureVariant({ ...task, progress: () => undefined });
    const { bytes } = await variantFile(
      graph,
      variant,
      () => calibration ?? rangesOf(trainer, graph, 'min-max', record, step),
    );
    const { values, floors } = measures;
    const cells = [
      generatorLoss.toFixed(3),
      values['frechet-distance']?.toFixed(3),
      floors['frechet-distance']?.toFixed(3),
      values['classifier-score']?.toFixed(3),
      values['modes-covered']?.toFixed(0),
      parameterCount(graph),
      multiplyAdds(graph),
      bytes.length,
      gzipSync(bytes).length,
      ((performance.now() - began) / 1000).toFixed(0),
    ];
    console.log(`| ${name} | ${variant} | ${cells.join(' | ')} |`);
  };

  async function smaller(from: Candidate, text: string): Promise<Candidate> {
    const [what, amount, count] = text.split(':');
    const name = `${from.name} > ${text}`;
    const began = performance.now();
    if (what === 'train') {
      for (let s = 1; s <= Number(amount); s++) from.trainer.step(step + s).dispose();
      return { ...from, name };
    }
    const { task, params } = requestOf(what, amount, Number(count));
    const chosen = Object.entries(params).map(([key, value]) => [`task.${key}`, value] as const);
    const { trainer, record } = from;
    const taught = readRunConfig(
      { ...writeRunConfig(trainer.config), task, ...Object.fromEntries(chosen) },
      catalogue,
    );
    const ownModel = models.find(({ id }) => id === trainer.config.model) ?? known.model;
    const maker = await tasks
      .find(({ id }) => id === task)
      ?.build({
        ...{ config: taught, dataset, model: ownModel, loss: known.loss },
        ...(record && { compression: record }),
        source: { trainer, step },
      });
    if (!maker || !isRunMaker(maker)) throw new TypeError(`${task} makes no run.`);
    const distances: number[] = [];
    for (let s = 1; s <= maker.steps; s++) {
      const report = maker.step(s);
      if (s === 1 || s === maker.steps) distances.push(report.dataSync()[0]);
      report.dispose();
      await maker.afterStep?.(s);
    }
    const ms = (performance.now() - began) / Math.max(1, Number(count));
    const [first, last] = [distances.at(0), distances.at(-1)].map((d) => (d ?? 0).toFixed(4));
    console.error(`${name}: ${first} to ${last}, ${ms.toFixed(0)} ms a step`);
    const made = await maker.result();
    if (!(made.trainer instanceof Trainer)) throw new TypeError(`${task} makes a run of another task.`);
    return { name, trainer: made.trainer, record: made.kept.compression ?? null };
  }

  console.log(`| run | variant | ${COLUMNS.join(' | ')} |\n|${'---|'.repeat(COLUMNS.length + 2)}`);
  const start: Candidate = { name: config.model, trainer: base, record: snapshot.compression ?? null };
  if (options.chains.length === 0) for (const variant of options.variants) await row(start, variant);
  for (const chain of options.chains) {
    let at = start;
    for (const link of chain.split(',')) at = await smaller(at, link);
    for (const variant of options.variants) await row(at, variant);
  }
}
