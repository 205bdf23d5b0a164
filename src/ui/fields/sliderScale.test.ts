import { describe, expect, it } from 'vitest';
import { readParam, type NumberParam } from '../../core/paramSpec';
import { RUN_PARAMS } from '../../core/runParams';
import { SLIDER_TOP, sliderPosition, sliderValue } from './sliderScale';

const numbers = RUN_PARAMS.filter((spec): spec is (typeof RUN_PARAMS)[number] & NumberParam => 'min' in spec);

describe('slider', () => {
  it.each(numbers.map((spec) => [spec.id, spec] as const))('covers the range of %s', (_, spec) => {
    expect(sliderValue(spec, 0)).toBe(spec.min);
    expect(sliderValue(spec, SLIDER_TOP)).toBe(spec.max);
    for (let position = 0; position <= SLIDER_TOP; position += 37)
      expect(readParam(spec, sliderValue(spec, position)).ok).toBe(true);
  });

  it('is logarithmic where asked', () => {
    const rate = numbers.find((spec) => spec.id === 'learningRateG');
    if (!rate) throw new Error('learningRateG is gone');
    expect(sliderValue(rate, SLIDER_TOP / 2)).toBeCloseTo(Math.sqrt(1e-6 * 0.1), 4);
    expect(sliderPosition(rate, 1e-6)).toBe(0);
  });

  it('finds its way back', () => {
    for (const spec of numbers) {
      const position = sliderPosition(spec, spec.default);
      expect(sliderPosition(spec, sliderValue(spec, position))).toBeGreaterThanOrEqual(position - 15);
      expect(sliderPosition(spec, sliderValue(spec, position))).toBeLessThanOrEqual(position + 15);
    }
  });
});
