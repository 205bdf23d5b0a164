// Translators in one precision, tried in the page: what they are worth on held-back pictures by the loss of the run that they
// are of, and what they make of the first of these. Of generators that draw from noise it is variantMeasure.
import { reshape, stack, tensor, tidy } from '@tensorflow/tfjs-core';
import type { VariantDrawer } from '../../compression/variants';
import { AbortedError } from '../../core/errors';
import type { ParamValues } from '../../core/paramSpec';
import type { LossPart, VariantPictures } from '../../protocol';
import { weightedTerms, type Draws, type Translators } from '../translators';

const SHOWN = 8;

export interface TranslatorJob {
  /** Of the run whose discriminators judge. */
  readonly judge: Translators;
  /** Of its task: the weights of the terms. */
  readonly params: ParamValues;
  /** By network; each takes [rows, h * w * c]. */
  readonly drawers: ReadonlyMap<string, VariantDrawer>;
  /** The first held-back pictures of a network, [count * h * w * c]. */
  readonly pictures: (id: string, count: number) => Float32Array;
  /** Pictures that are judged, at least; whole batches. */
  readonly samples: number;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
}

export interface MeasuredTranslators {
  readonly generatorLoss: number;
  readonly losses: readonly LossPart[];
  readonly judged: number;
  readonly pictures: readonly VariantPictures[];
}

const drawerOf = ({ drawers }: TranslatorJob, id: string): VariantDrawer => {
  const drawer = drawers.get(id);
  if (drawer) return drawer;
  throw new TypeError(`Nothing draws for ${id}`);
};

/** Sums over batches, the whole loss last. */
async function meanLosses(job: TranslatorJob): Promise<readonly number[]> {
  const { judge, params, samples, signal, progress } = job;
  const draws: Draws = Object.fromEntries(
    judge.networks.map(({ id }) => [
      id,
      (images) => drawerOf(job, id).draw(reshape(images, [images.shape[0], -1])),
    ]),
  );
  const parts = Math.max(1, Math.ceil(samples / judge.batch));
  const sums = new Float64Array(judge.terms.length + 1);
  for (let part = 0; part < parts; part++) {
    if (signal.aborted) throw new AbortedError('The comparison');
    const found = tidy(() => {
      const values = judge.heldBack(draws, part);
      const all = judge.terms.map(({ id }) => values[id]);
      return stack([...all, weightedTerms(judge.terms, values, params)]);
    });
    for (const [i, value] of (await found.data()).entries()) sums[i] += value / parts;
    found.dispose();
    progress((part + 1) / parts);
  }
  return [...sums];
}

async function picturesOf(job: TranslatorJob): Promise<readonly VariantPictures[]> {
  const { networks, wayBack, shown } = job.judge;
  const drawn = async (id: string, given: Float32Array): Promise<Float32Array> => {
    const made = tidy(() => drawerOf(job, id).draw(tensor(given, [SHOWN, given.length / SHOWN])));
    const values = Float32Array.from(await made.data());
    made.dispose();
    return values;
  };
  const pictures: VariantPictures[] = [];
  for (const { id, label } of networks) {
    const given = job.pictures(id, SHOWN);
    const there = await drawn(id, given);
    const other = wayBack?.(id);
    const back = other === undefined ? null : shown(other, there, await drawn(other, there)).made;
    const { given: asGiven, made } = shown(id, given, there);
    pictures.push({ label, given: asGiven, drawn: made, back });
  }
  return pictures;
}

/** @throws AbortedError when cancelled */
export async function measureTranslators(job: TranslatorJob): Promise<MeasuredTranslators> {
  const values = await meanLosses(job);
  const { terms, batch } = job.judge;
  return {
    generatorLoss: values[terms.length],
    losses: terms.map(({ id, label }, i) => ({ id, label, value: values[i] })),
    judged: batch * Math.max(1, Math.ceil(job.samples / batch)),
    pictures: await picturesOf(job),
  };
}
