// Runs that pruning and quantization-aware training make: to the bit what they were before these were training tasks.
// madeSmaller.json holds the numbers; `RECORD=1` adds those that are missing (testing/recorded).
import { afterEach, expect, it } from 'vitest';
import type { MakeRequest } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { recordedValue } from '../testing/recorded';
import { standingBits, takeSteps } from '../testing/runBits';
import { RUN_MAKERS } from '../testing/runMakers';

const NUMBERS = new URL('madeSmaller.json', import.meta.url);

const pruned = (target: string, share: number, steps: number): MakeRequest => ({
  task: 'prune',
  params: { target, share, steps },
});
const forIntegers = (weightBits: string, steps: number): MakeRequest => ({
  task: 'quantize-aware',
  params: { weightBits, steps },
});

const CHAINS: Readonly<Record<string, readonly [string, ...MakeRequest[]]>> = {
  'channels, then integers': ['radford-penalty', pruned('channels', 0.4, 41), forIntegers('4', 12)],
  'weights, then integers': ['lw-paused', pruned('weights', 0.6, 41), forIntegers('8', 12)],
  'by class': ['digits-by-class', pruned('channels', 0.4, 12), pruned('weights', 0.6, 12)],
  'several generators': ['points-several-generators', pruned('weights', 0.6, 6)],
  'a file': ['imported', pruned('channels', 0.4, 8), forIntegers('8', 4)],
  'cut only': ['radford-penalty', pruned('channels', 0.4, 0), pruned('weights', 0.6, 0)],
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
    const { run, ...costs } = await client.request('model/make', request);
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
