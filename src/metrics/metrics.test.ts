import { describe, expect, it } from 'vitest';
import { metrics } from '.';
import { normalArray } from '../core/random';
import { metricInput, SampleSet } from './sampleSet';

const SIZE = 4;
const CLASSES = 10;

/** Images whose class is certain; classes go round, features lie around a centre of their own. */
function images(count: number, seed: number, classOf: (i: number) => number, spread = 0.3): SampleSet {
  const noise = normalArray(count * SIZE, seed);
  const features = noise.map(
    (value, i) => spread * value + 3 * ((classOf(Math.floor(i / SIZE)) >> (i % SIZE)) & 1),
  );
  const probabilities = new Float32Array(count * CLASSES);
  for (let i = 0; i < count; i++) probabilities[i * CLASSES + classOf(i)] = 1;
  return new SampleSet(features, probabilities, SIZE, CLASSES);
}

const real = images(600, 1, (i) => i % CLASSES);

function measure(generated: SampleSet, against = real): Record<string, number> {
  const input = metricInput(generated, against);
  return Object.fromEntries(metrics.map((metric) => [metric.id, metric.compute(input)]));
}

describe('metrics', () => {
  it('have permanent kebab-case ids, each once', () => {
    const ids = metrics.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('are about perfect for images of the same kind', () => {
    const values = measure(images(500, 2, (i) => i % CLASSES));
    expect(values['frechet-distance']).toBeLessThan(0.05);
    expect(values['modes-covered']).toBe(10);
    expect(values['kl-from-uniform']).toBeCloseTo(0, 9);
    expect(values['classifier-score']).toBeCloseTo(10, 6);
    for (const id of ['precision', 'recall', 'coverage']) expect(values[id]).toBeGreaterThan(0.8);
    expect(values.density).toBeCloseTo(1, 0);
  });

  it('tell a generator that draws two classes well', () => {
    const values = measure(images(500, 2, (i) => (i % 2 === 0 ? 1 : 7)));
    expect(values['modes-covered']).toBe(2);
    expect(values['kl-from-uniform']).toBeCloseTo(Math.log(5), 6);
    expect(values['classifier-score']).toBeCloseTo(2, 6);
    expect(values.precision).toBeGreaterThan(0.8);
    expect(values.recall).toBeLessThan(0.4);
    expect(values.coverage).toBeLessThan(0.3);
    expect(values['class-frechet-distance']).toBeLessThan(0.3);
    expect(values['frechet-distance']).toBeGreaterThan(1);
  });

  it('tell a copier by the way to the nearest real image', () => {
    const fresh = measure(images(500, 2, (i) => i % CLASSES));
    const copied = measure(real.first(500));
    expect(copied['nearest-distance']).toBe(0);
    expect(fresh['nearest-distance']).toBeGreaterThan(0.1);
  });

  it('count only classes that the data set has', () => {
    const half = images(400, 3, (i) => i % 5);
    const values = measure(
      images(400, 4, (i) => i % 5),
      half,
    );
    expect(values['modes-covered']).toBe(5);
    expect(values['kl-from-uniform']).toBeCloseTo(0, 9);
  });

  it('are not defined for no images, and do not invent numbers', () => {
    const none = images(0, 1, () => 0);
    for (const [id, value] of Object.entries(measure(none))) {
      if (id !== 'modes-covered' && id !== 'recall' && id !== 'coverage') expect(value, id).toBeNaN();
    }
  });
});
