import { describe, expect, it } from 'vitest';
import type { ClassifierMoment } from '../../core/classifierMoment';
import { accuracyLine, confusionRows, judgedTiles } from './namedTable';

const labels = Uint8Array.from([0, 1, 2, 1]);
const names = ['cat', 'dog', 'owl'];
const moment = (step: number, accuracy: number): ClassifierMoment => ({
  step,
  accuracy,
  predicted: Uint8Array.from([0, 2, 2, 0]),
  certainty: Float32Array.from([0.9, 0.5, 0.8, 0.75]),
});

describe('judgedTiles', () => {
  it('tells right from wrong, and shows the surest mistakes first', () => {
    const all = judgedTiles(moment(1, 0.5), labels, names, false, 3);
    expect(all.map(({ right }) => right)).toEqual([true, false, true]);
    const wrong = judgedTiles(moment(1, 0.5), labels, names, true, 9);
    expect(wrong.map(({ index, name, read }) => [index, name, read])).toEqual([
      [3, 'dog', 'cat'],
      [1, 'dog', 'owl'],
    ]);
  });
});

describe('confusionRows', () => {
  it('says how often each class is read as each', () => {
    const rows = confusionRows(labels, moment(1, 0.5).predicted, names);
    expect(rows[1].cells).toEqual([
      { count: 1, share: 0.5, right: false },
      { count: 0, share: 0, right: true },
      { count: 1, share: 0.5, right: false },
    ]);
  });
});

describe('accuracyLine', () => {
  it('goes from the left to the last step, upwards with the accuracy', () => {
    expect(accuracyLine([moment(0, 0.1), moment(50, 0.6), moment(100, 1)], 200, 100)).toBe(
      '0.0,90.0 100.0,40.0 200.0,0.0',
    );
  });
});
