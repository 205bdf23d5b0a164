import { describe, expect, it } from 'vitest';
import { catalogue } from '../worker/catalogue';
import { nearestName, readLink } from './readLink';
import { readRunConfig } from './runConfig';

const read = (query: string) => readLink(Object.fromEntries(new URLSearchParams(query)), catalogue);
const GOOD = 'dataset=mnist&seed=7&batch=32';

describe('a link that is right in part', () => {
  it.each([
    ['fbclid=IwAR0', 'fbclid', true],
    ['utm_source=mail', 'utm_source', true],
    ['btach=16', 'btach', false],
    ['Seeed=1', 'Seeed', false],
    ['steps=none', 'steps', false],
    ['steps=9007199254740991', 'steps', false],
    ['model=stylegan9', 'model', false],
    ['loss.penalty=5', 'loss.penalty', true],
    ['frozenLayers=%5B', 'frozenLayers', false],
    ['constructor=1', 'constructor', true],
    ['__proto__=1', '__proto__', true],
  ])('loses %s alone', (wrong, key, foreign) => {
    for (const query of [`${wrong}&${GOOD}`, `${GOOD}&${wrong}`]) {
      const { config, leftOut, used } = read(query);
      expect(config).toEqual(readRunConfig({ dataset: 'mnist', seed: 7, batch: 32 }, catalogue));
      expect(leftOut).toMatchObject([{ key, foreign }]);
      expect(used).toBe(3);
    }
  });

  it('says the setting by its label, what it was, and what is allowed', () => {
    expect(read('batch=none').leftOut[0].reason).toMatch(/^Batch size .*"none".*whole number from 2 to 512/);
    expect(read('btach=16').leftOut[0].reason).toBe('There is no setting named "btach"; did you mean batch?');
    expect(read('dataset=cifar').leftOut[0].reason).toContain('There is no dataset named "cifar"');
  });

  it('reads what depends on a choice after it, wherever it stands', () => {
    const { config, leftOut } = read('loss.penalty=5&model.width=2&loss=wgan-gp&model=dcgan-light');
    expect(leftOut).toEqual([]);
    expect(config).toMatchObject({ lossParams: { penalty: 5 }, modelParams: { width: 2 } });
  });

  it('is bounded, however long the link is', () => {
    const many = Array.from({ length: 400 }, (_, i) => `x${i}=1`).join('&');
    const { leftOut } = read(`${GOOD}&${many}&${'y'.repeat(100_000)}=1&model.width=${'9'.repeat(100_000)}`);
    expect(leftOut.length).toBeGreaterThan(400);
    expect(Math.max(...leftOut.map(({ reason }) => reason.length))).toBeLessThan(400);
  });

  it('knows what was meant only where something is near', () => {
    expect(nearestName('leerningRateG', ['learningRateG', 'seed'])).toBe('learningRateG');
    expect(nearestName('gclid', ['learningRateG', 'seed', 'steps'])).toBeNull();
  });
});
