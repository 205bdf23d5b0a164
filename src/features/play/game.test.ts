// The riddles of a round, pictures that may be handed over, and results that were kept on the device.
import { describe, expect, it } from 'vitest';
import { ownPicture, readResults, resultRows, ROUND, roundOf, type GameResult } from './game';

const result: GameResult = {
  ...{ game: 'real-or-fake', best: null, name: 'Ada', run: 'DCGAN', step: 40, right: 7, late: 1 },
  ...{ pictures: 10, police: null, seconds: 12.345 },
};

describe('real or fake', () => {
  it('shows half of each, none twice, in another order for another seed', () => {
    const round = roundOf(3, 25, 64);
    expect(round).toHaveLength(ROUND);
    expect(round.filter(({ isReal }) => isReal)).toHaveLength(ROUND / 2);
    expect(new Set(round.map(({ isReal, index }) => `${isReal} ${index}`)).size).toBe(ROUND);
    expect(roundOf(3, 25, 64)).toEqual(round);
    expect(roundOf(4, 25, 64)).not.toEqual(round);
    expect(roundOf(1, 1, 2).every(({ index }) => index < 2)).toBe(true);
  });

  it('takes a picture out of its batch', () => {
    const batch = { count: 2, height: 1, width: 2, channels: 1, pixels: Uint8Array.of(1, 2, 3, 4) };
    const { count, pixels } = ownPicture(batch, 1);
    expect([count, ...pixels]).toEqual([1, 3, 4]);
    expect(pixels.buffer.byteLength).toBe(2);
  });

  it('reads what was kept, without what is no result', () => {
    expect(readResults(JSON.stringify([result, { name: 'x' }, null, 3]))).toEqual([result]);
    for (const text of [null, '', '{', '{}', '7']) expect(readResults(text)).toEqual([]);
    const forger: GameResult = { ...result, game: 'generator', right: 0, late: 0, pictures: 0, best: 0.8764 };
    expect(
      readResults(JSON.stringify([forger, { ...forger, best: null }, { ...forger, game: 'chess' }])),
    ).toEqual([forger]);
    const rows = resultRows([result, forger]);
    expect(rows[1]).toEqual(['Ada', 'real-or-fake', 'DCGAN', 40, 7, 1, 10, '', '', 12.3]);
    expect(rows[2]).toEqual(['Ada', 'generator', 'DCGAN', 40, '', '', '', '', 0.876, 12.3]);
    expect(rows.map(({ length }) => length)).toEqual([10, 10, 10]);
  });

  it('reads what an earlier version kept, when there was one game', () => {
    const earlier = { ...result, game: undefined, best: undefined };
    expect(readResults(JSON.stringify([earlier]))).toEqual([result]);
  });
});
