// Runs that pruning and quantization-aware training make: to the bit what they were before these were training tasks.
// madeSmaller.json holds the numbers; `RECORD=1` adds those that are missing (testing/recorded).
import { afterEach, expect, it } from 'vitest';
import type { CompressRequest } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { recordedValue } from '../testing/recorded';
import { standingBits, takeSteps } from '../testing/runBits';
import { RUN_MAKERS } from '../testing/runMakers';

const NUMBERS = new URL('madeSmaller.json', import.meta.url);

const CHANNELS = { technique: 'prune', target: 'channels', share: 0.4, steps: 41 } as const;
const WEIGHTS = { technique: 'prune', target: 'weights', share: 0.6, steps: 41 } as const;
const INTEGERS = { technique: 'quantize-aware', weightBits: 8, steps: 12 } as const;

const CHAINS: Readonly<Record<string, readonly [string, ...CompressRequest[]]>> = {
  'channels, then integers': ['radford-penalty', CHANNELS, { ...INTEGERS, weightBits: 4 }],
  'weights, then integers': ['lw-paused', WEIGHTS, INTEGERS],
  'by class': ['digits-by-class', { ...CHANNELS, steps: 12 }, { ...WEIGHTS, steps: 12 }],
  'several generators': ['points-several-generators', { ...WEIGHTS, steps: 6 }],
  'a file': ['imported', { ...CHANNELS, steps: 8 }, { ...INTEGERS, steps: 4 }],
  'cut only': ['radford-penalty', { ...CHANNELS, steps: 0 }, { ...WEIGHTS, steps: 0 }],
};

let worker: NodeWorker | null = null;
afterEach(async () => {
  await worker?.close();
  worker = null;
});

it.each(Object.keys(CHAINS))('%s', async (name) => {
  worker = await openNodeWorker('relaxed', 1);
  const { client, context } = worker;
  const [source, ...requests] = CHAINS[name];
  await client.request('run/open', { id: await RUN_MAKERS[source](worker) });
  const made: unknown[] = [];
  for (const request of requests) {
    const { run, ...costs } = await client.request('model/compress', request);
    await client.request('run/open', { id: run.id });
    const { step, compression } = run;
    const { identity, trainer } = context.run?.session ?? {};
    const record = { ...costs, name: run.name, step, compression, kept: identity?.compression };
    made.push({ ...record, bits: await standingBits(worker) });
    if (trainer?.isTrainable && request === requests.at(-1)) made.push(await takeSteps(worker, 3));
  }
  const found = { made };
  expect(found).toEqual(await recordedValue(NUMBERS, name, found));
});
