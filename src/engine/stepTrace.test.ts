import { describe, expect, it } from 'vitest';
import { isSameTrace, textTrace } from './stepTrace';

const trace = (values: number[], places: number[], text = 'add') => ({ text, values, places });

describe('isSameTrace', () => {
  it('takes equal numbers, wherever they would lie as addresses', () => {
    expect(isSameTrace(trace([5, 0.5], [-1, 3]), trace([5, 0.5], [7, -1]))).toBe(true);
    expect(isSameTrace(trace([Number.NaN], [-1]), trace([Number.NaN], [-1]))).toBe(true);
  });

  it('takes addresses of the same place', () => {
    expect(isSameTrace(trace([800], [4]), trace([960], [4]))).toBe(true);
  });

  it('refuses other numbers, other places, other names, other lengths', () => {
    expect(isSameTrace(trace([5], [-1]), trace([6], [-1]))).toBe(false);
    expect(isSameTrace(trace([800], [4]), trace([960], [5]))).toBe(false);
    expect(isSameTrace(trace([800], [4]), trace([960], [-1]))).toBe(false);
    expect(isSameTrace(textTrace('add'), textTrace('sub'))).toBe(false);
    expect(isSameTrace(trace([1, 2], [-1, -1]), trace([1], [-1]))).toBe(false);
  });
});
