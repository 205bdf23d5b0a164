// Bins of shares, and weights over time: nothing is lost by counting, by thinning, or by another reach.
import { describe, expect, it } from 'vitest';
import { meanOf, shareBins, weightColumns, withMoment, type WeightMoment } from './histogram';

const moment = (step: number, reach = 1): WeightMoment => ({
  step,
  layers: [{ layer: 'dense_1', counts: [1, 0, 3], reach, mean: 0, deviation: 1 }],
});

describe('histograms', () => {
  it('count both ends, and sum to one', () => {
    expect(shareBins([0, 0.49, 0.5, 1], 2)).toEqual([0.5, 0.5]);
    expect(shareBins([], 2)).toEqual([0, 0]);
    expect(meanOf([0, 1])).toBe(0.5);
    expect(meanOf([])).toBeNaN();
  });

  it('put every look on one axis', () => {
    const { reach, columns } = weightColumns([moment(1), moment(2, 3)], 'dense_1', 3);
    expect(reach).toBe(3);
    expect(columns).toEqual([
      { step: 1, shares: [0, 1, 0] },
      { step: 2, shares: [0.25, 0, 0.75] },
    ]);
    expect(weightColumns([moment(1)], 'gone', 3)).toEqual({ reach: 0, columns: [] });
  });

  it('are thinned with the newest kept, and begin anew where a run went back', () => {
    let kept: readonly WeightMoment[] = [];
    for (let step = 1; step <= 200; step++) kept = withMoment(kept, moment(step));
    expect(kept.length).toBeLessThanOrEqual(64);
    expect(kept.at(-1)?.step).toBe(200);
    expect(withMoment(kept, moment(10)).map(({ step }) => step)).toEqual([
      ...kept.map(({ step }) => step).filter((step) => step < 10),
      10,
    ]);
  });
});
