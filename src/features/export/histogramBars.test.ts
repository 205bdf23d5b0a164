import { expect, it } from 'vitest';
import { histogramOutline, histogramText } from './histogramBars';

it('draws a step for each bin, as high as the square root of its share of the tallest', () => {
  const outline = histogramOutline({ reach: 1, counts: [1, 4], levels: null });
  expect(outline).toBe('0,24 0.00,12.00 50.00,12.00 50.00,0.00 100.00,0.00 100,24');
  expect(histogramOutline({ reach: 0, counts: [0], levels: 1 })).toBe('0,24 0.00,24.00 100.00,24.00 100,24');
});

it('says the spread, and how many values there are where they are few', () => {
  expect(histogramText({ reach: 0.5, counts: [], levels: 15 })).toBe(
    'weights from -0.50 to 0.50, 15 different values',
  );
  expect(histogramText({ reach: 2, counts: [], levels: null })).toBe('weights from -2.0 to 2.0');
});
