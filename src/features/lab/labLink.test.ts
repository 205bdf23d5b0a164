import { describe, expect, it } from 'vitest';
import { linkPairs } from '../../core/linkPairs';
import { labQuery, readLabLink } from './labLink';

describe('a link to the lab', () => {
  it('is taken whole when all of it is right, and may be empty', () => {
    expect(readLabLink(linkPairs('pair=packing&seed=77'))).toMatchObject({
      pair: { id: 'packing' },
      seed: 77,
    });
    for (const query of ['pair=packing&seed=77', 'pair=packing', '']) {
      expect(readLabLink(linkPairs(query)).leftOut).toEqual([]);
    }
  });

  it.each([
    ['pair=packing&seed=x', 'seed', /^Seed is "x"; it must be a whole number/],
    ['pair=packing&seed=-1', 'seed', /^Seed is "-1"/],
    ['pair=packing&fbclid=1', 'fbclid', /no setting named "fbclid"\.$/],
    ['pair=packing&sed=1', 'sed', /did you mean seed\?$/],
  ])('%s loses what is wrong alone', (query, key, reason) => {
    const read = readLabLink(linkPairs(query));
    expect(read.pair.id).toBe('packing');
    expect(read.leftOut).toMatchObject([{ key, reason: expect.stringMatching(reason) }]);
  });

  it('opens on the pair that links always fell back to, with the seed of the link, where there is no such pair', () => {
    const read = readLabLink(linkPairs('pair=a&pair=b&seed=5'));
    expect([read.pair.id, read.seed]).toEqual(['tiny-weights', 5]);
    expect(read.leftOut).toMatchObject([
      { key: 'pair', reason: expect.stringContaining('"b"') },
      { key: 'pair', reason: expect.stringContaining('"a"') },
    ]);
  });

  it('says the data set where that is another, and reads it back', () => {
    const read = readLabLink(linkPairs('pair=digits-learning-rate&data=mnist&seed=7'));
    expect(read).toMatchObject({ pair: { shared: { dataset: 'mnist', steps: 400 } }, seed: 7, leftOut: [] });
    expect(labQuery(read.pair, 7)).toEqual({ pair: 'digits-learning-rate', data: 'mnist', seed: '7' });
    const own = readLabLink(linkPairs('pair=digits-learning-rate&data=synthetic-digits'));
    expect(labQuery(own.pair, 7)).toEqual({ pair: 'digits-learning-rate', seed: '7' });
  });

  it('stays on its own data where a pair is not trained on that of the link', () => {
    const read = readLabLink(linkPairs('pair=packing&data=mnist'));
    expect(read.pair.shared.dataset).toBe('points-ring');
    expect(read.leftOut).toMatchObject([{ key: 'data', reason: expect.stringContaining('points-ring') }]);
  });

  it('loses nothing to what clings to it on its way', () => {
    for (const query of ['pair=packing&seed=77#x', 'pair=packing=&seed=77.', 'pair%3Dpacking%26seed%3D77']) {
      expect(readLabLink(linkPairs(query))).toMatchObject({ pair: { id: 'packing' }, seed: 77 });
    }
  });
});
