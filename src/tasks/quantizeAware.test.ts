import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { withWidths } from '../core/layerWidths';
import { buildGraph } from '../graph/buildGraph';
import type { Calibration } from '../graph/calibration';
import { runFloatGraph } from '../graph/floatReference';
import type { ExportGraph } from '../graph/graph';
import { quantizeGraph } from '../graph/int8Graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../graph/integerReference';
import { writeWeights } from '../graph/networkWeights';
import { importedModel } from '../models/imported';
import { difference, startTestEngine } from '../testing/exportEngine';
import { LIGHT_GENERATOR, seededInputs, seededWeights } from '../testing/exportModels';
import { forIntegers, ganMadeBy, makerOf, SOURCE_STEP, takeMakerSteps } from '../testing/madeRuns';
import { tinyParts } from '../testing/tinyRun';
import { graphOf, rangesOf, trainedGenerator } from '../training/generatorGraph';
import { Trainer } from '../training/trainer';

beforeAll(startTestEngine);

const ROWS = 16;
const SPEC = withWidths(LIGHT_GENERATOR, [48, 12, 8, 1]);
const parts = { ...tinyParts({ batch: 32, emaDecay: 0 }), model: importedModel(SPEC) };

function trained(): Trainer {
  const trainer = new Trainer(parts);
  writeWeights(trainer.generator, seededWeights(SPEC, 3));
  return trainer;
}

describe.each(['8', '4'] as const)('%s-bit weights', (bits) => {
  const x = seededInputs(SPEC, ROWS);
  const asTrained = runFloatGraph(buildGraph(SPEC, seededWeights(SPEC, 3)), x, ROWS);
  const distance = (of: ExportGraph, calibration: Calibration): number => {
    const q = quantizeGraph(of, calibration, bits === '8' ? 8 : 4);
    const integers = runInt8Graph(q, quantizeValues(x, q.input), ROWS);
    return difference(dequantizeValues(integers, q.output), asTrained).mean;
  };

  it('draws closer to float than quantizing after training, and leaves no tensors', async () => {
    const source = trained();
    const graph = graphOf(await trainedGenerator(source));
    const after = distance(graph, await rangesOf(source, graph, 'min-max', null, SOURCE_STEP));
    const before = memory().numTensors;
    const maker = await makerOf(source, forIntegers(bits, 60), undefined, { parts });
    await takeMakerSteps(maker, 1, maker.steps);
    const { kept, after: made } = await ganMadeBy(maker);
    const ranges = kept.compression?.ranges;
    if (!ranges) throw new TypeError('no ranges');
    expect(ranges).toMatchObject({ step: SOURCE_STEP, weightBits: Number(bits) });
    expect(distance(graphOf(made), ranges)).toBeLessThan(bits === '8' ? after : 0.9 * after);
    maker.dispose();
    expect(memory().numTensors).toBe(before);
    source.dispose();
  });
});
