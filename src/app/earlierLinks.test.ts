// Links that earlier versions wrote say today what they said then. They stand in checkpoints/fixtures/earlierLinks.json;
// `RECORD=1` adds those that are missing (testing/recorded). The judge's page has no words in its link.
import { describe, expect, it } from 'vitest';
import { pairOf, seedOf } from '../features/lab/labLink';
import { labPairs } from '../core/lab';
import { InvalidValueError } from '../core/errors';
import { sideSettings, type SideId } from '../core/lab/define';
import { readRunConfig, runLinkQuery, writeRunConfig } from '../core/runConfig';
import { recordedValue } from '../testing/recorded';
import { catalogue } from '../worker/catalogue';
import { labLink, readAddress, runLink } from '../stores/address';

const LINKS = new URL('../checkpoints/fixtures/earlierLinks.json', import.meta.url);
const PAGE = 'https://ganvas.example/lab/index.html?fake=0#/runs';

/** Configurations whose links were copied, by what is special about them. */
const COPIED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  defaults: {},
  reference: { dataset: 'mnist', model: 'dcgan-an12954', loss: 'least-squares', seed: 42, steps: 1200 },
  'light, wide': { dataset: 'fashion-mnist', 'model.width': 1.75, 'model.latentSize': 100, emaDecay: 0 },
  'own images': {
    dataset: 'image-folder',
    'dataset.side': '64',
    'dataset.channels': 'grey',
    model: 'dcgan-radford',
  },
  penalty: { loss: 'wgan-gp', 'loss.penalty': 5, normD: 'layer', dSteps: 5, beta1: 0, beta2: 0.9 },
  stabilizers: {
    ...{ spectralNorm: true, minibatchStd: true, packing: 2, augment: 'colour-translation-cutout' },
    ...{ instanceNoise: 0.15, instanceNoiseSteps: 700, normG: 'instance', initScale: 0.02, loss: 'hinge' },
  },
  'relativistic, by class': { model: 'acgan', loss: 'relativistic-r1-r2', 'loss.gamma': 0.5 },
  'class and clipping': { model: 'cgan', loss: 'wgan-clipping', 'loss.bound': 0.02, batch: 16 },
  boards: { model: 'lw-gan', 'model.channels': 12, 'model.latentSize': 16 },
  'several generators': { model: 'mgan', 'model.generators': 6 },
  'generators apart': { model: 'mad-gan', 'model.generators': 2, loss: 'saturating' },
  'soft labels': { 'loss.labelSmoothing': 0.1, 'dataset.size': 100, 'dataset.style': 9 },
  points: { dataset: 'points-ring', model: 'gan-mlp', 'model.width': 32, unrolledSteps: 5, batch: 256 },
  'points of several generators': { dataset: 'points-moons', model: 'mgan-mlp', 'dataset.size': 5000 },
  drawn: {
    dataset: 'points-drawn',
    'dataset.drawing': `${'A'.repeat(300)}_-9z${'f'.repeat(100)}${'A'.repeat(279)}`,
    model: 'gan-mlp',
  },
  watching: {
    ...{ sampleEvery: 10, logEvery: 5, measureEvery: 50, measureSamples: 500, autosaveSeconds: 60 },
    ...{ backend: 'wasm', threads: 2, learningRateG: 0.00021, learningRateD: 1e-6 },
  },
};

/** Addresses as people typed them, as the page shows them, and as a script opens them. */
const TYPED: readonly (readonly [search: string, hash: string])[] = [
  ['', '#/train?dataset=mnist'],
  ['', '#/?seed=7'],
  ['?model=dcgan-light&steps=50&autostart=1&headless=1', ''],
  ['?dataset=mnist&seed=1', '#/train?seed=2&loss=hinge'],
  [
    '',
    '#/train?dataset=synthetic-digits&model=dcgan-light&loss=non-saturating&seed=1&steps=4000&batch=64&run=1f83461a6ce06fdba5e9',
  ],
];

const REFUSED: readonly string[] = [
  '#/train?dataset=cifar',
  '#/train?model=dcgan-light&model.width=9',
  '#/train?colour=red',
  '#/train?batch=1.5',
];

const configAt = (search: string, hash: string) => {
  const { pairs } = readAddress(search, hash);
  return writeRunConfig(
    readRunConfig(Object.fromEntries(pairs.map(({ key, value }) => [key, value])), catalogue),
  );
};

// What a later version adds stands at its default, so only what was known then is compared.
describe('links to a run', () => {
  it.each(Object.keys(COPIED))('copied: %s', async (name) => {
    const wanted = readRunConfig(COPIED[name], catalogue);
    const written = { link: runLink(PAGE, runLinkQuery(wanted, catalogue)), ...writeRunConfig(wanted) };
    const recorded = await recordedValue(LINKS, `copied: ${name}`, written);
    const { search, hash } = new URL(String(recorded.link));
    expect({ link: recorded.link, ...configAt(search, hash) }).toMatchObject(recorded);
    expect(written).toMatchObject(recorded);
  });

  it.each(TYPED)('typed: %s%s', async (search, hash) => {
    const found = { ...configAt(search, hash), ...readAddress(search, hash).flags };
    expect(found).toMatchObject(await recordedValue(LINKS, `typed: ${search}${hash}`, found));
  });

  it.each(REFUSED)('refused: %s', (hash) => {
    const refuse = () => configAt('', hash);
    expect(refuse).toThrow(InvalidValueError);
  });
});

describe('links to the lab', () => {
  it.each([...labPairs.map(({ id, seed }) => [id, String(seed)]), ['packing', '77'], ['gone', 'x']])(
    '%s with seed %s',
    async (id, seed) => {
      const key = `lab: ${id} ${seed}`;
      const written = labLink(PAGE, { pair: id, seed });
      const asked = new URLSearchParams(new URL(written).hash.split('?')[1]);
      const pair = pairOf(asked.get('pair'));
      const opened = seedOf(asked.get('seed'), pair);
      const side = (which: SideId) =>
        writeRunConfig(readRunConfig(sideSettings(pair, which, opened), catalogue));
      const found = {
        ...{ link: written, pair: pair.id, seed: opened },
        ...{ broken: side('broken'), mended: side('mended') },
      };
      expect(found).toMatchObject(await recordedValue(LINKS, key, found));
    },
  );
});
