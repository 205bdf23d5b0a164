import { describe, expect, it } from 'vitest';
import { InvalidValueError } from './errors';
import { RUN_PARAMS } from './runParams';
import { readParam } from './paramSpec';
import {
  parseRunLink,
  readRunConfig,
  readSavedConfig,
  runLinkQuery,
  writeRunConfig,
  type ConfigVocabulary,
} from './runConfig';

const vocabulary: ConfigVocabulary = {
  datasets: [
    {
      id: 'synthetic-digits',
      params: [{ id: 'size', kind: 'integer', label: 'Size', help: '', min: 10, max: 99, default: 50 }],
    },
    { id: 'mnist', params: [] },
  ],
  models: [
    {
      id: 'dcgan-light',
      params: [],
      recommended: { batch: 64, emaDecay: 0.99, lossParams: { labelSmoothing: 0.1 } },
    },
    {
      id: 'other',
      params: [{ id: 'noise', kind: 'boolean', label: 'Noise', help: '', default: true }],
      recommended: {},
    },
  ],
  losses: [
    {
      id: 'non-saturating',
      params: [
        { id: 'labelSmoothing', kind: 'number', label: 'Smoothing', help: '', min: 0, max: 0.5, default: 0 },
      ],
    },
  ],
};

describe('readRunConfig', () => {
  it('takes the model’s recommendations where nothing is said', () => {
    const config = readRunConfig({}, vocabulary);
    expect(config).toMatchObject({
      dataset: 'synthetic-digits',
      model: 'dcgan-light',
      batch: 64,
      emaDecay: 0.99,
      beta1: 0.5,
    });
    expect(config.lossParams).toEqual({ labelSmoothing: 0.1 });
    expect(readRunConfig({ model: 'other' }, vocabulary)).toMatchObject({
      batch: 32,
      lossParams: { labelSmoothing: 0 },
    });
  });

  it.each([
    [{ batch: '1' }, /Batch size.*"1".*from 2 to 512/],
    [{ batch: '32.5' }, /whole number/],
    [{ steps: '' }, /Steps/],
    [{ learningRateG: 'fast' }, /"fast"/],
    [{ model: 'gan-9000' }, /no model named "gan-9000"/],
    [{ backend: 'quantum' }, /one of auto, webgpu/],
    [{ 'dataset.size': '5' }, /10 to 99/],
    [{ colour: 'red' }, /no setting named "colour"/],
  ])('refuses %o and says what is allowed', (pairs, message) => {
    expect(() => readRunConfig(pairs, vocabulary)).toThrow(InvalidValueError);
    expect(() => readRunConfig(pairs, vocabulary)).toThrow(message);
  });

  it('survives a round trip through pairs and through a link', () => {
    const config = readRunConfig(
      {
        dataset: 'synthetic-digits',
        'dataset.size': 20,
        model: 'other',
        'model.noise': false,
        seed: 7,
        threads: 2,
        backend: 'wasm',
      },
      vocabulary,
    );
    expect(readRunConfig(writeRunConfig(config), vocabulary)).toEqual(config);
    const query = runLinkQuery(config, vocabulary);
    expect(parseRunLink(query, vocabulary)).toEqual(config);
    expect(query).toContain('seed=7');
    expect(query).not.toContain('beta1');
  });
});

describe('a task that recommends', () => {
  const known: ConfigVocabulary = {
    ...vocabulary,
    losses: [...vocabulary.losses, { id: 'least-squares', params: [] }],
    tasks: [
      { id: 'adversarial', params: [] },
      {
        id: 'translate',
        params: [],
        recommended: { dataset: 'mnist', loss: 'least-squares', batch: 4, emaDecay: 0 },
      },
    ],
  };

  it('begins with its data, its loss and its settings instead of the model’s, and says nothing of other tasks', () => {
    const config = readRunConfig({ task: 'translate' }, known);
    expect(config).toMatchObject({ dataset: 'mnist', loss: 'least-squares', batch: 4, emaDecay: 0 });
    expect(readRunConfig({ task: 'translate', dataset: 'synthetic-digits', batch: 9 }, known)).toMatchObject({
      ...{ dataset: 'synthetic-digits', batch: 9, loss: 'least-squares' },
    });
    expect(readRunConfig({}, known)).toEqual(readRunConfig({}, vocabulary));
  });

  it('is read from an earlier file as it was before it had a parameter', () => {
    const choices = ['old', 'new'].map((value) => ({ value, label: value }));
    const later = {
      ...known,
      tasks: [
        {
          id: 'translate',
          params: [
            { id: 'way', kind: 'choice', label: 'Way', help: '', default: 'new', earlier: 'old', choices },
          ],
        },
      ],
    } as const;
    expect(readSavedConfig({ task: 'translate' }, later).taskParams).toEqual({ way: 'old' });
    expect(readSavedConfig({ task: 'translate', 'task.way': 'new' }, later).taskParams).toEqual({
      way: 'new',
    });
    expect(readRunConfig({ task: 'translate' }, later).taskParams).toEqual({ way: 'new' });
  });

  it('is in the link, with what differs from its recommendations', () => {
    const config = readRunConfig({ task: 'translate', emaDecay: 0.5 }, known);
    const query = runLinkQuery(config, known);
    expect(parseRunLink(query, known)).toEqual(config);
    expect(query).toContain('task=translate');
    expect(query).toContain('emaDecay=0.5');
    expect(query).not.toContain('beta1');
  });
});

describe('RUN_PARAMS', () => {
  it.each(RUN_PARAMS.map((spec) => [spec.id, spec] as const))('%s accepts its own default', (_, spec) => {
    expect(readParam(spec, spec.default)).toEqual({ ok: true, value: spec.default });
  });
});
