import { expect, it } from 'vitest';
import { confusionCounts } from './classifierMoment';

it('counts which class is read as which; what was read as none is left out', () => {
  const counts = confusionCounts(Uint8Array.from([0, 0, 1, 1, 1]), Uint8Array.from([0, 1, 1, 1, 255]), 2);
  expect([...counts]).toEqual([1, 1, 0, 2]);
});
