import { describe, expect, it } from 'vitest';
import { batchIndices, toSignedUnit } from './sampling';

describe('batchIndices', () => {
  it('is a function of seed, step and micro batch', () => {
    expect(batchIndices(1, 5, 0, 32, 60000)).toEqual(batchIndices(1, 5, 0, 32, 60000));
    const others = [
      batchIndices(2, 5, 0, 32, 60000),
      batchIndices(1, 6, 0, 32, 60000),
      batchIndices(1, 5, 1, 32, 60000),
    ];
    for (const other of others) expect(other).not.toEqual(batchIndices(1, 5, 0, 32, 60000));
  });

  it('starts a larger batch with the smaller one', () => {
    expect(batchIndices(3, 1, 0, 64, 100).subarray(0, 8)).toEqual(batchIndices(3, 1, 0, 8, 100));
  });

  it('draws every index about equally often', () => {
    const counts = new Array<number>(10).fill(0);
    for (let step = 0; step < 1000; step++) for (const i of batchIndices(9, step, 0, 20, 10)) counts[i]++;
    // 20,000 draws into 10 places: standard deviation 42; five of them.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(212);
  });

  it('keeps its values, which saved runs depend on', () => {
    expect([...batchIndices(1, 0, 0, 4, 60000)]).toMatchInlineSnapshot(`
      [
        45778,
        25739,
        16269,
        6999,
      ]
    `);
  });
});

it('maps bytes to -1..1', () => {
  const expected = [-1, Math.fround(-0.6), 1];
  expect([...toSignedUnit(Uint8Array.of(0, 51, 255))]).toEqual(expected);
  const room = new Float32Array(3);
  expect(toSignedUnit(Uint8Array.of(0, 51, 255), room)).toBe(room);
  expect([...room]).toEqual(expected);
});
