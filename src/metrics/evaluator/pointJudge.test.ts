import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { goodSamples } from '../goodSamples';
import { klFromUniform, modesCovered } from '../modeCoverage';
import { metricInput, SampleSet } from '../sampleSet';
import { openEvaluator } from './openEvaluator';
import { heapOf, pointJudge } from './pointJudge';
import { NO_CLASS, predictedClasses } from './predictedClasses';

beforeAll(() => setBackend('cpu'));

const modes = {
  centres: [
    [0, 0],
    [0.5, 0],
    [0, 0.5],
  ],
  deviation: 0.1,
} as const;

/** `counts[i]` points at centre i, and some far from all. */
function setOf(counts: readonly number[], far = 0): SampleSet {
  const near = counts.flatMap((count, i) => Array.from({ length: count }, () => modes.centres[i]));
  const points = Float32Array.from([...near, ...Array.from({ length: far }, () => [0.9, 0.9])].flat());
  return new SampleSet(points, heapOf(points, modes), 2, modes.centres.length);
}

describe('heapOf', () => {
  it('puts a point into the nearest heap within three deviations, and into none beyond', () => {
    const rows = heapOf([0.01, 0, 0.29, 0, 0.5, 0.29, 0.5, 0.31, 0.9, 0.9], modes);
    expect([...predictedClasses(rows, 3)]).toEqual([0, 1, 1, NO_CLASS, NO_CLASS]);
  });
});

describe('points that are measured', () => {
  const real = setOf([100, 100, 100], 3);
  const measure = (generated: SampleSet) => {
    const input = metricInput(generated, real);
    return [modesCovered, klFromUniform, goodSamples].map((metric) => metric.compute(input));
  };

  it('cover all modes evenly', () => {
    const [covered, kl, good] = measure(setOf([50, 50, 50], 50));
    expect([covered, kl]).toEqual([3, 0]);
    expect(good).toBe(0.75);
  });

  it('cover one mode', () => {
    const [covered, kl, good] = measure(setOf([90, 0, 0], 10));
    expect(covered).toBe(1);
    expect(kl).toBeCloseTo(Math.log(3), 12);
    expect(good).toBe(0.9);
  });

  it('cover no mode when hardly any of them lies in one', () => {
    expect(measure(setOf([1, 1, 1], 997))[0]).toBe(0);
    expect(measure(setOf([0, 0, 0], 10)).slice(1)).toEqual([NaN, 0]);
  });
});

describe('openEvaluator', () => {
  it('judges points by themselves', async () => {
    const read = () => Promise.reject(new Error('no file is needed'));
    const evaluator = await openEvaluator('points-ring', [1, 1, 2], read, modes);
    expect([evaluator.size, evaluator.classNames.length]).toEqual([2, 3]);
    const images = tensor([0.5, 0, 0.9, 0.9], [2, 1, 1, 2]);
    const { features, probabilities } = await evaluator.judge(images);
    images.dispose();
    expect([...features]).toEqual([...Float32Array.of(0.5, 0, 0.9, 0.9)]);
    expect([...probabilities]).toEqual([0, 1, 0, 0, 0, 0]);
    expect(pointJudge(null).classNames).toEqual([]);
  });
});
