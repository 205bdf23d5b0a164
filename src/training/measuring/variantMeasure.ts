// A generator in one precision, tried in the page: what it draws, measured like any run, and the loss that the base
// run's discriminator gives it. Sizes and times of files are the worker's.
import { mul, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { Calibration } from '../../graph/calibration';
import type { ExportGraph } from '../../graph/graph';
import { VariantDrawer } from '../../compression/variants';
import { AbortedError } from '../../core/errors';
import type { MeasurePoint } from '../../core/measures';
import type { LoadedDataset } from '../../datasets/define';
import { batchIndices, toSignedUnit } from '../../datasets/sampling';
import type { LossPart, VariantId, VariantPictures } from '../../protocol';
import { inputRows } from '../generatorGraph';
import { fixedLatents } from '../streams';
import { toImageBatch } from '../imageBatch';
import type { Trainer } from '../trainer';
import type { Measurer } from './measurer';

/** Images whose loss is looked at. */
const JUDGED = 256;
const SHOWN = 16;

export interface VariantJob {
  /** Whose generator the graph is. */
  readonly trainer: Trainer;
  /** Whose discriminator judges. */
  readonly judge: Trainer;
  readonly measurer: Measurer;
  readonly dataset: LoadedDataset;
  readonly graph: ExportGraph;
  readonly variant: VariantId;
  readonly calibration: Calibration | null;
  readonly samples: number;
  readonly step: number;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
}

export interface MeasuredVariant {
  readonly generatorLoss: number;
  readonly losses: readonly LossPart[];
  readonly judged: number;
  readonly measures: MeasurePoint;
  readonly pictures: readonly VariantPictures[];
}

const rowsTensor = (trainer: Trainer, latents: Float32Array): Tensor => {
  const rows = inputRows(trainer, latents);
  const count = latents.length / trainer.latentSize;
  return tensor(rows, [count, rows.length / count]);
};

async function lossOf(job: VariantJob, drawer: VariantDrawer): Promise<number> {
  const { trainer, judge, dataset } = job;
  const loss = tidy(() => {
    const latents = fixedLatents(trainer.config.seed, JUDGED, trainer.latentSize);
    const images = drawer.draw(rowsTensor(trainer, latents));
    const { pixels } = dataset.read(batchIndices(trainer.config.seed, 0, 0, JUDGED, dataset.size));
    const real = tensor(toSignedUnit(pixels), [JUDGED, ...dataset.shape]);
    return mul(judge.lossOn(images, real), 1);
  });
  const [value] = await loss.data();
  loss.dispose();
  return value;
}

/** @throws AbortedError when cancelled */
export async function measureVariant(job: VariantJob): Promise<MeasuredVariant> {
  const { trainer, measurer, samples, signal } = job;
  const drawer = new VariantDrawer(job.graph, job.variant, job.calibration);
  try {
    const report = await measurer.report(job.step, 0, {
      samples,
      which: () => true,
      draw: (latents, classes) =>
        tidy(() => {
          const rows = trainer.classes?.inputRows(latents, classes) ?? latents;
          return drawer.draw(tensor(rows, [classes.length, rows.length / classes.length]));
        }),
      cancelled: () => signal.aborted,
      progress: job.progress,
    });
    if (!report) throw new AbortedError('The comparison');
    const latents = fixedLatents(trainer.config.seed, SHOWN, trainer.latentSize);
    const images = tidy(() => drawer.draw(rowsTensor(trainer, latents)));
    const drawn = await toImageBatch(images);
    images.dispose();
    return {
      ...{ generatorLoss: await lossOf(job, drawer), losses: [], judged: JUDGED },
      ...{ measures: report.point, pictures: [{ label: '', given: null, drawn, back: null }] },
    };
  } finally {
    drawer.dispose();
  }
}
