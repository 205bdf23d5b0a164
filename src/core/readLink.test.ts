import { describe, expect, it } from 'vitest';
import { catalogue } from '../worker/catalogue';
import { linkPairs } from './linkPairs';
import { createRandom } from './random';
import { nearestName, readLink } from './readLink';
import { readRunConfig } from './runConfig';

const read = (query: string) => readLink(linkPairs(query), catalogue);
const GOOD = 'dataset=mnist&seed=7&batch=32';
const WANTED = readRunConfig({ dataset: 'mnist', seed: 7, batch: 32 }, catalogue);

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
      expect(config).toEqual(WANTED);
      expect(leftOut).toMatchObject([{ key, foreign }]);
      expect(used).toBe(3);
    }
  });

  it('says the setting by its label, what it was, and what is allowed', () => {
    expect(read('batch=none').leftOut[0].reason).toMatch(/^Batch size .*"none".*whole number from 2 to 512/);
    expect(read('btach=16').leftOut[0].reason).toBe('There is no setting named "btach"; did you mean batch?');
    expect(read('dataset=cifar').leftOut[0].reason).toContain('There is no dataset named "cifar"');
  });

  it('takes of a name that stands twice the last value that is right, and says which it was not', () => {
    expect(read(`${GOOD}&seed=none`)).toMatchObject({ config: WANTED, used: 3 });
    expect(read(`seed=8&${GOOD}`).config).toEqual(WANTED);
    expect(read(`seed=8&${GOOD}`).leftOut).toMatchObject([
      { reason: 'Seed (seed) stands there more than once; "7" was taken, not "8".', foreign: false },
    ]);
    expect(read(`${GOOD}&seed=7`).leftOut).toEqual([]);
    const spare = [{ key: 'seed', value: '5', spare: true }, ...linkPairs(GOOD)];
    expect(readLink(spare, catalogue)).toMatchObject({ config: WANTED, leftOut: [] });
    expect(readLink([spare[0], ...linkPairs('seed=x')], catalogue).config.seed).toBe(5);
  });

  it.each([
    [`${GOOD}#x`, '#x'],
    [`${GOOD}#:~:text=Train`, '#:~:text=Train'],
    [`${GOOD}=`, 'batch'],
    [`${GOOD}%`, 'batch'],
    [`${GOOD}%2`, 'batch'],
    [`${GOOD}%E2%80`, 'batch'],
    [`${GOOD}.`, null],
    [`${GOOD})`, 'batch'],
    [`${GOOD}%22`, 'batch'],
    [`${GOOD}?utm_source=mail`, 'utm_source'],
    [`${GOOD}%26fbclid%3D1`, 'fbclid'],
    [`${GOOD}%23x`, 'batch'],
    ['dataset=mnist&amp;seed=7&amp;batch=32', null],
    ['dataset=mnist;seed=7;batch=32', null],
    ['dataset%3Dmnist%26seed%3D7%26batch%3D32', null],
    ['dataset%253Dmnist%2526seed%253D7%2526batch%253D32', null],
    ['dataset=3Dmnist&seed=3D7&batch=3D32', 'dataset'],
    ['?dataset=mnist&&seed=7& batch=32 &', null],
    ['dataset=mni%73t&s%65ed=7&batch=%33%32', null],
    ['dataset=%22mnist%22&seed=7&batch=32', 'dataset'],
    ['%zz=1&dataset=mnist&seed=7&batch=32', '%zz'],
  ])('loses nothing of %s', (query, left) => {
    const { config, leftOut } = read(query);
    expect(config).toEqual(WANTED);
    if (left === null) expect(leftOut).toEqual([]);
    else expect(leftOut).toContainEqual(expect.objectContaining({ key: left, foreign: true }));
  });

  it('reads what depends on a choice after it, wherever it stands', () => {
    const { config, leftOut } = read('loss.penalty=5&model.width=2&loss=wgan-gp&model=dcgan-light');
    expect(leftOut).toEqual([]);
    expect(config).toMatchObject({ lossParams: { penalty: 5 }, modelParams: { width: 2 } });
  });

  it('takes what is right however long the link is, and says the rest in bounded words', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `x${i}=1`).join('&');
    const again = 'seed=none&'.repeat(5000);
    const signs = `steps=${'='.repeat(100_000)}x&${';?'.repeat(100_000)}`;
    const long = `${again}${many}&${signs}&${'y'.repeat(100_000)}=1&model.width=${'9'.repeat(100_000)}&${GOOD}`;
    const { config, leftOut } = read(long);
    expect(config).toEqual(WANTED);
    expect(leftOut.length).toBeGreaterThan(20_000);
    expect(Math.max(...leftOut.map(({ reason }) => reason.length))).toBeLessThan(400);
  });

  it('knows what was meant only where something is near', () => {
    expect(nearestName('leerningRateG', ['learningRateG', 'seed'])).toBe('learningRateG');
    expect(nearestName('gclid', ['learningRateG', 'seed', 'steps'])).toBeNull();
  });
});

describe('300 links of settings at random, each spoilt at random', () => {
  const uniform = (...at: readonly number[]): number => createRandom(300, ...at).uniform();
  const pick = <T>(from: readonly T[], ...at: readonly number[]): T =>
    from[Math.floor(from.length * uniform(...at))];
  const SETTINGS: Readonly<Record<string, readonly string[]>> = {
    dataset: ['mnist', 'fashion-mnist', 'synthetic-digits'],
    model: ['dcgan-light', 'dcgan-an12954'],
    loss: ['least-squares', 'hinge', 'wgan-gp'],
    ...{ seed: ['0', '7', '4294967295'], steps: ['1', '4000'], batch: ['16', '64'], dSteps: ['2'] },
    ...{
      learningRateG: ['0.001', '2e-4'],
      beta1: ['0', '0.5'],
      spectralNorm: ['true', '1'],
      normD: ['layer'],
    },
  };
  const FOREIGN = [
    'fbclid=IwAR0',
    'utm_source=a%20b',
    'x',
    '=',
    '%zz=%',
    'gclid=',
    'colour[]=red',
    '%F0%9F%98=1',
  ];
  const SPOILS: readonly ((query: string) => string)[] = [
    (query) => query,
    (query) => `${query}#x`,
    (query) => `${query}=`,
    (query) => `${query}%`,
    (query) => `${query}%E2%80%8B`,
    (query) => `${query}>`,
    (query) => query.replaceAll('&', '&amp;'),
    (query) => query.replaceAll('&', ';'),
    (query) => encodeURIComponent(query),
    (query) => `${query}&${query}`,
    (query) => `?${query}&`,
  ];

  function check(i: number): void {
    const names = Object.keys(SETTINGS).filter((_, n) => uniform(i, n) < 0.5);
    const wanted = Object.fromEntries(names.map((name, n) => [name, pick(SETTINGS[name], i, 50 + n)]));
    const foreign = FOREIGN.filter((_, n) => uniform(i, 100 + n) < 0.3);
    const good = names.map((name) => `${name}=${encodeURIComponent(wanted[name])}`);
    const mixed = [...good, ...foreign].sort((a, b) => uniform(i, a.length) - uniform(i, b.length));
    const spoil = SPOILS[i % SPOILS.length];
    const spoilt = i % 2 === 0 ? [...mixed, spoil(good.join('&'))] : [spoil([...foreign, ...good].join('&'))];
    const { config, leftOut, used } = read(spoilt.join('&'));
    expect([spoilt, config]).toEqual([spoilt, readRunConfig(wanted, catalogue)]);
    expect(used).toBe(names.length);
    for (const { key, reason } of leftOut) {
      expect(reason).toMatch(/^[A-Z].*\.$/s);
      expect(reason).not.toMatch(/undefined|\[object|NaN/);
      expect([key, reason.length < 400]).toEqual([key, true]);
    }
  }

  it('lose no setting, and the rest is said', () => {
    for (let i = 0; i < 300; i++) check(i);
  });
});
