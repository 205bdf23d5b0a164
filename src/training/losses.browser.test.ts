// Penalties on graphics devices, computed by software: their gradients against finite differences.
import { afterEach, expect, it } from 'vitest';
import { openEngine, type Engine } from '../engine/openEngine';
import { losses } from '../losses';
import { expectPenaltySlopes } from '../testing/penaltySlopes';

let engine: Engine | undefined;
afterEach(() => engine?.running.close());

const twice = losses.filter((loss) => loss.differentiatesTwice);
// Software WebGL takes seconds to compile each shader, and penalties differ in weights, not in operations: one stands there.
const cases = (['webgl', 'webgpu', 'wasm'] as const).flatMap((backend) =>
  (backend === 'webgl' ? twice.slice(0, 1) : twice).map((loss) => [backend, loss.id, loss] as const),
);

it.each(cases)('%s: %s', async (backend, _, loss) => {
  const problems: string[] = [];
  engine = await openEngine({ choice: backend, threads: 1, onLost: (reason) => problems.push(reason) });
  expect(engine.report.backend).toBe(backend);
  await expectPenaltySlopes(loss, { kind: 'batchNorm', momentum: 0.8 }, { h: 1e-3, elements: 2 });
  await expectPenaltySlopes(loss, { kind: 'layerNorm' }, { h: 1e-3, elements: 2 });
  expect(problems).toEqual([]);
});
