// What two builds are compared in: each opens one build and gives a number for every repetition of a round. Both sides get
// the same data, the same model files and the same amount of work.
import { countBytes } from '../byteCounter';
import { benchModels } from '../kiosk/models';
import { threadCounts } from '../machine';
import { askWorker } from '../peers/benchWorker';
import { openOurRun } from '../peers/ours';
import type { Build } from './build';
import { loadPage, withProfile } from './firstLoad';
import { LEAST_ROUNDS } from './verdict';

export interface Opened {
  /** Milliseconds, or kilobytes, of each repetition. */
  round(): Promise<readonly number[]>;
  close(): Promise<void>;
}

export interface Measure {
  readonly id: string;
  /** For the table: what, on what. */
  readonly title: string;
  readonly unit: 'ms' | 'kB';
  /** Where more rounds would only repeat the same number. */
  readonly mostRounds?: number;
  open(build: Build): Promise<Opened>;
}

export interface Amount {
  readonly cores: number;
  /** Share of the usual repetitions, for a look at whether everything runs. */
  readonly share: number;
}

interface StepCase {
  readonly id: string;
  readonly title: string;
  readonly model: string;
  readonly batch: number;
  /** Steps of a round: a second or two. */
  readonly steps: number;
}

const STEPS: readonly StepCase[] = [
  { id: 'reference', title: 'reference step', model: 'dcgan-an12954', batch: 32, steps: 16 },
  { id: 'light', title: 'light step', model: 'dcgan-light', batch: 64, steps: 120 },
];
const MODELS = ['dcgan-an12954', 'dcgan-light'];
const WARM_UP_STEPS = 8;
const IMAGES = 200;
const WARM_UP_IMAGES = 30;

const scaled = (count: number, { share }: Amount): number => Math.max(2, Math.ceil(count * share));
const onThreads = (count: number): string => `${count} thread${count === 1 ? '' : 's'}`;

/** Training in the product's page and worker, on MNIST, by the seconds that its history counts. */
const stepMeasures = (amount: Amount): Measure[] =>
  STEPS.flatMap(({ id, title, model, batch, steps }) =>
    threadCounts(amount.cores).map((threads): Measure => ({
      id: `${id}-step`,
      title: `${title} (${model}, batch ${batch}), ${onThreads(threads)}`,
      unit: 'ms',
      async open(build) {
        const query = `dataset=mnist&model=${model}&batch=${batch}&backend=wasm&threads=${threads}&measureEvery=0`;
        const run = await openOurRun(build.lab, query, WARM_UP_STEPS, await build.pageUrl());
        return { round: () => run.train(scaled(steps, amount)), close: () => run.close() };
      },
    })),
  );

/** One image at a time from the engine's network, latents in memory to values in memory. */
const inferenceMeasures = (amount: Amount): Measure[] =>
  MODELS.flatMap((model) =>
    threadCounts(amount.cores).map((threads): Measure => ({
      id: 'inference',
      title: `image at batch 1 (${model}), ${onThreads(threads)}`,
      unit: 'ms',
      async open(build) {
        const page = await build.openBenchPage('browser');
        await page.waitForFunction(() => window.bench !== undefined);
        await askWorker(page, 'engine', 'engine', { do: 'open', backend: 'wasm', threads });
        const infer = async (count: number) =>
          (await askWorker(page, 'engine', 'engine', { do: 'infer', model, batch: 1, count })).ms;
        await infer(WARM_UP_IMAGES);
        return { round: () => infer(scaled(IMAGES, amount)), close: () => page.context().close() };
      },
    })),
  );

/** Images that are timed together: the browser's clock goes in steps of some hundredths of what one takes. */
const TOGETHER = 20;

const meansOf = (ms: readonly number[]): readonly number[] =>
  Array.from({ length: Math.floor(ms.length / TOGETHER) }, (_, i) => {
    const own = ms.slice(i * TOGETHER, (i + 1) * TOGETHER);
    return own.reduce((sum, one) => sum + one, 0) / own.length;
  });

/** One image at a time on the kiosk's runtime, from one and the same .tflite file. */
const kioskMeasures = (amount: Amount): Measure[] =>
  MODELS.map((id): Measure => ({
    id: 'kiosk',
    title: `kiosk image (${id}), 1 thread`,
    unit: 'ms',
    async open(build) {
      const found = (await benchModels()).find((candidate) => candidate.id === id);
      if (!found) throw new RangeError(`There is no kiosk model ${id}.`);
      const model = Buffer.from(found.files['tflite float32']).toString('base64');
      const page = await build.openBenchPage('kiosk');
      await page.waitForFunction(() => window.kioskBench !== undefined);
      const request = { runtime: 'ganvas', threads: 1, latent: found.latent, model } as const;
      await page.evaluate((what) => window.kioskBench?.open(what, 'worker'), request);
      const run = async (count: number) =>
        (await page.evaluate((images) => window.kioskBench?.run(images), count)) ?? [];
      await run(WARM_UP_IMAGES);
      const images = Math.max(TOGETHER, scaled(IMAGES, amount));
      return { round: async () => meansOf(await run(images)), close: () => page.context().close() };
    },
  }));

/** The default run started as the page opens, a new browser with an empty profile each time. */
const firstLoadMeasures = (): Measure[] =>
  (['ms', 'kB'] as const).map((unit): Measure => ({
    id: 'first-load',
    title: unit === 'ms' ? 'first load, to the first step' : 'first load, transferred until then (gzip)',
    unit,
    ...(unit === 'kB' && { mostRounds: LEAST_ROUNDS }),
    async open(build) {
      const counter = await countBytes(await build.pageUrl());
      return {
        async round() {
          const { bytes, firstStepMs } = await withProfile((profile) => loadPage(counter, profile));
          return [unit === 'ms' ? firstStepMs : bytes / 1000];
        },
        close: () => counter.close(),
      };
    },
  }));

export const MEASURES = ['reference-step', 'light-step', 'inference', 'kiosk', 'first-load'];

/** Everything that is compared, in the order of the table. */
export const measuresOf = (amount: Amount): Measure[] => [
  ...stepMeasures(amount),
  ...inferenceMeasures(amount),
  ...kioskMeasures(amount),
  ...firstLoadMeasures(),
];
