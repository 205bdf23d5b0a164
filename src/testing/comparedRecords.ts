// Records for the tests of comparisons. Test support, never part of the built page.
import { readRunConfig } from '../core/runConfig';
import type { RunRecord } from '../protocol';
import { FAKE_CATALOGUE } from './fakeCatalogue';
import { fixtureFrame, fixtureMeasure } from './runFixture';

/** A run of the adversarial game whose losses are its step numbers, or those plus one for the generator. */
export function testRecord(
  id: string,
  steps: number,
  changes: Readonly<Record<string, unknown>> = {},
): RunRecord {
  return {
    ...{ id, name: `Run ${id}`, step: steps, seconds: steps / 10, note: '', starred: false },
    config: readRunConfig({ steps, ...changes }, FAKE_CATALOGUE),
    history: Array.from({ length: steps }, (_, i) => ({
      ...{ step: i + 1, seconds: (i + 1) / 10 },
      values: { dLoss: i + 1, gLoss: i + 2, accuracyReal: 0.75, accuracyFake: 0.5 },
    })),
    measures: [fixtureMeasure(steps)],
    timeline: [fixtureFrame(0), fixtureFrame(steps)],
  };
}
