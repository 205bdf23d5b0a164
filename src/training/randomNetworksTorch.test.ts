// Networks that nobody designed, one step on the CPU engine against PyTorch in double precision (testing/torchSteps).
// RANDOM_NETWORKS as in randomNetworks.test.ts.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomRun } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { TEST_PATIENCE_MS } from '../testing/patience';
import { pythonMisses } from '../testing/tools';
import { torchDisagreements } from '../testing/torchSteps';

const COUNT = Number(process.env.RANDOM_NETWORKS ?? 30);
const FROM = Number(process.env.RANDOM_NETWORKS_FROM ?? 1);
const COST = Number(process.env.RANDOM_NETWORKS_COST ?? 3e6);
const missing = pythonMisses('torch', 'python3-torch');

beforeAll(() => openSimd({ threads: 2 }).then(() => undefined));
afterAll(closeSimd);

it.skipIf(missing)(
  `one step of random networks has PyTorch's losses and gradients ${missing ?? ''}`,
  { timeout: TEST_PATIENCE_MS + COUNT * 10_000 },
  async () => {
    const runs = Array.from({ length: COUNT }, (_, i) => randomRun(FROM + i, COST));
    expect((await torchDisagreements(runs)).join('\n\n')).toBe('');
  },
);
