// The metrics against bench/native/metrics_reference.py (NumPy), on arrays that both sides make from a seed.
import { describe, expect, it } from 'vitest';
import { metrics } from '.';
import { modeRows } from './evaluator/pointEvaluator';
import reference from './reference.json';
import { metricInput, SampleSet } from './sampleSet';

const RELATIVE = 1e-6;

type Case = (typeof reference.cases)[number];
type Which = 'real' | 'generated';

/** xorshift32, each draw divided by 2^32. */
function uniforms(count: number, seed: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  });
}

function features(test: Case, which: Which): Float32Array {
  const { size } = test;
  const real = which === 'real';
  const raw = uniforms(test[which] * size, test.seed + (real ? 0 : 1000));
  return Float32Array.from(raw, (value, i) => {
    const row = i - (i % size);
    const before = raw[row + ((i - row + size - 1) % size)];
    return Math.max(0, (value + 0.5 * before - (real ? 0.55 : 0.5)) * (real ? 1 : 1.1));
  });
}

function probabilities(test: Case, which: Which): Float32Array {
  const { classes, sharpness } = test;
  const raw = uniforms(test[which] * classes, test.seed + (which === 'real' ? 2000 : 3000)).map(
    (value, i) => value ** sharpness * (which === 'real' ? 1 : (i % classes) + 0.5),
  );
  return Float32Array.from(raw, (value, i) => {
    const row = i - (i % classes);
    return value / raw.subarray(row, row + classes).reduce((sum, v) => sum + v, 0);
  });
}

const setOf = (test: Case, which: Which): SampleSet =>
  new SampleSet(features(test, which), probabilities(test, which), test.size, test.classes);

describe.each(reference.cases)('with $size features of $real real and $generated drawn images', (test) => {
  const input = metricInput(setOf(test, 'generated'), setOf(test, 'real'));
  const expected: Record<string, number | null> = test.values;

  const onImages = metrics.filter((metric) => metric.of === undefined || metric.of === 'images');
  it.each(onImages.map((metric) => [metric.id, metric] as const))('%s is what NumPy finds', (id, metric) => {
    expect(Object.keys(expected)).toContain(id);
    const [value, wanted] = [metric.compute(input), expected[id]];
    if (wanted === null) expect(value).toBeNaN();
    else expect(Math.abs(value - wanted)).toBeLessThanOrEqual(RELATIVE * Math.abs(wanted));
  });

  it('finds the same distance within each class', () => {
    const byClass = metrics.find(({ id }) => id === 'class-frechet-distance')?.computeByClass?.(input) ?? [];
    expect(byClass).toHaveLength(test.classes);
    byClass.forEach((value, c) => {
      const wanted = test.classFrechet[c];
      if (wanted === null) expect(value).toBeNaN();
      else expect(Math.abs(value - wanted)).toBeLessThanOrEqual(RELATIVE * wanted);
    });
  });
});

type PointCase = (typeof reference.pointCases)[number];

function points(test: PointCase, which: Which): Float32Array {
  const real = which === 'real';
  const raw = uniforms(3 * test[which], test.seed + (real ? 0 : 1000));
  return Float32Array.from({ length: 2 * test[which] }, (_, i) => {
    const [row, axis] = [i >> 1, i & 1];
    const either = 2 * raw[3 * row + axis] - 1;
    const mode = Math.floor(raw[3 * row + 2] * (real ? test.modes.length : test.drawnModes));
    return row % 2 === 0 ? test.modes[mode][axis] + 3 * test.deviation * either : either;
  });
}

describe.each(reference.pointCases)('with $real real and $generated drawn points', (test) => {
  const modes = { centres: test.modes.map(([x, y]) => [x, y] as const), deviation: test.deviation };
  const setOf = (which: Which): SampleSet => {
    const drawn = points(test, which);
    return new SampleSet(drawn, modeRows(drawn, modes), 2, modes.centres.length);
  };
  const input = metricInput(setOf('generated'), setOf('real'));

  it('knows every metric that is about points alone', () => {
    const own = metrics.filter((metric) => metric.of === 'points').map(({ id }) => id);
    expect(Object.keys(test.values)).toEqual(expect.arrayContaining(own));
  });

  it.each(Object.entries(test.values))('%s is what NumPy finds', (id, wanted) => {
    const value = metrics.find((metric) => metric.id === id)?.compute(input) ?? NaN;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(RELATIVE * Math.abs(wanted));
  });
});
