// What a run computes, as text that shows every bit: float32 numbers as eight hexadecimal digits, long arrays as a digest.
import { createHash } from 'node:crypto';
import type { ClassifierMoment } from '../core/classifierMoment';
import { valueOf, type HistoryPoint } from '../core/history';
import { fixedLatents } from '../training/streams';
import { requireGan, requireRun } from '../worker/context';
import type { NodeWorker } from './nodeWorker';

const DRAWN = 16;
const SHOWN = 12;

/** Each series that the run reports, a number for each step: `3f317218 3f2e1a90`. */
export type SeriesBits = Readonly<Record<string, string>>;

export interface RunBits {
  readonly series: SeriesBits;
  /** SHA-256 of 16 samples of the fixed noise, and some of their values, so that a difference shows its size. */
  readonly samples: string;
  readonly sampleValues: string;
  /** SHA-256 of all weights and of the optimizers' moments, by name. */
  readonly weights: string;
}

const digestOf = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const bytesOf = (values: Float32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

const hex = (values: ArrayLike<number>): string => {
  const words = new Uint32Array(Float32Array.from(values).buffer);
  return [...words].map((word) => word.toString(16).padStart(8, '0')).join(' ');
};

function seriesOf(points: readonly HistoryPoint[]): SeriesBits {
  const names = Object.keys(points[0]?.values ?? {});
  return Object.fromEntries(names.map((name) => [name, hex(points.map((point) => valueOf(point, name)))]));
}

/** Trains the open run for some steps; @returns what it reported of each. @throws Error when a step fails */
export async function takeSteps({ client, context }: NodeWorker, steps: number): Promise<SeriesBits> {
  const points: HistoryPoint[] = [];
  const { step } = requireRun(context).session;
  await client.request('run/set', { steps: step + steps });
  await new Promise<void>((resolve, reject) => {
    const stopListening = client.subscribe((event) => {
      if (event.kind === 'run/history') points.push(...event.points);
      if (event.kind !== 'run/changed') return;
      const { transition } = event;
      if (transition.kind === 'finish' || transition.kind === 'fail') stopListening();
      if (transition.kind === 'finish') resolve();
      if (transition.kind === 'fail')
        reject(new Error(`${transition.error.name}: ${transition.error.message}`));
    });
    client.request('run/play', {}).catch(reject);
  });
  return seriesOf(points);
}

/** Samples and weights of the open run as it stands. */
export async function standingBits({ context }: NodeWorker): Promise<Omit<RunBits, 'series'>> {
  const { session } = requireGan(context);
  const { trainer, config } = session;
  const drawn = trainer.generate(
    fixedLatents(config.seed, DRAWN, trainer.latentSize),
    trainer.everyClass(DRAWN),
  );
  const values = Float32Array.from(await drawn.data());
  drawn.dispose();
  const weights = createHash('sha256');
  const { tensors } = await session.snapshot();
  for (const { name, values: numbers } of tensors.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    weights.update(name).update(bytesOf(numbers));
  const stride = Math.floor(values.length / SHOWN) || 1;
  return {
    samples: digestOf(bytesOf(values)),
    sampleValues: hex(values.filter((_, i) => i % stride === 0).subarray(0, SHOWN)),
    weights: weights.digest('hex'),
  };
}

/** Trains a new classifier one step at a time; @returns its losses, its accuracies and its last verdict. */
export async function judgeBits({ client }: NodeWorker, dataset: string, steps: number) {
  const { run, moment: first } = await client.request('classifier/open', { dataset, seed: 21 });
  const moments: ClassifierMoment[] = [first];
  const losses: number[] = [NaN];
  for (let step = 1; step <= steps; step++) {
    await new Promise<void>((resolve, reject) => {
      const stopListening = client.subscribe((event) => {
        if (!('runId' in event) || event.runId !== run.id) return;
        if (event.kind === 'classifier/moment') moments.push(event.moment);
        if (event.kind === 'run/history')
          losses.push(...event.points.map((point) => valueOf(point, 'classifier')));
        if (event.kind !== 'run/changed') return;
        const { transition } = event;
        if (transition.kind !== 'finish' && transition.kind !== 'fail') return;
        stopListening();
        if (transition.kind === 'finish') resolve();
        else reject(new Error(`${transition.error.name}: ${transition.error.message}`));
      });
      client.request('classifier/play', { steps: 1 }).catch(reject);
    });
  }
  await client.request('classifier/forget', {});
  const last = moments[moments.length - 1];
  return {
    losses: hex(losses),
    accuracies: moments.map(({ accuracy }) => accuracy),
    verdict: digestOf(last.predicted, bytesOf(last.certainty)),
  };
}
