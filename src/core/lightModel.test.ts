import { describe, expect, it } from 'vitest';
import { catalogue } from '../worker/catalogue';
import { coloursOf, lightModelAfter, suitedLightModel } from './lightModel';
import { readRunConfig } from './runConfig';

const config = (pairs: Readonly<Record<string, unknown>>) => readRunConfig(pairs, catalogue);
const own = (pairs: Readonly<Record<string, unknown>> = {}) => config({ dataset: 'image-folder', ...pairs });

it('there is one light model for grey pictures, the default, and one for those in colour', () => {
  const lights = catalogue.models.flatMap(({ id, lightFor }) => (lightFor ? [[lightFor, id]] : []));
  expect(lights).toEqual([
    ['grey', 'dcgan-light'],
    ['colour', 'dcgan-colour'],
  ]);
});

it.each([
  [{}, 'grey'],
  [{ dataset: 'mnist' }, 'grey'],
  [{ dataset: 'image-folder' }, 'colour'],
  [{ dataset: 'image-folder', 'dataset.channels': 'grey' }, 'grey'],
  [{ dataset: 'points-ring', model: 'gan-mlp' }, null],
])('pictures of %j are %s', (pairs, colours) => {
  expect(coloursOf(config(pairs), catalogue)).toBe(colours);
});

describe('suitedLightModel', () => {
  it('is the other one where the chosen one does not suit', () => {
    expect(suitedLightModel(own(), [], catalogue)).toBe('dcgan-colour');
    expect(suitedLightModel(config({ model: 'dcgan-colour' }), [], catalogue)).toBe('dcgan-light');
    expect(suitedLightModel(own({ model: 'dcgan-colour' }), [], catalogue)).toBeNull();
  });

  it('leaves what was touched alone, but for how long to train and what is not of the model', () => {
    for (const changed of ['model.width', 'batch', 'learningRateG', 'emaDecay'])
      expect(suitedLightModel(own(), [changed], catalogue)).toBeNull();
    expect(suitedLightModel(own(), ['steps', 'seed', 'dataset.side'], catalogue)).toBe('dcgan-colour');
  });

  it('leaves other models and other tasks alone', () => {
    expect(suitedLightModel(own({ model: 'dcgan-radford' }), [], catalogue)).toBeNull();
    expect(suitedLightModel(own({ task: 'retrain' }), [], catalogue)).toBeNull();
    expect(suitedLightModel(config({ dataset: 'points-ring' }), [], catalogue)).toBeNull();
  });
});

describe('lightModelAfter', () => {
  it('follows the pictures from grey to colour and back', () => {
    expect(lightModelAfter(config({}), own(), [], catalogue)).toBe('dcgan-colour');
    const colour = own({ model: 'dcgan-colour' });
    expect(lightModelAfter(colour, config({ model: 'dcgan-colour' }), [], catalogue)).toBe('dcgan-light');
  });

  it('keeps a light model that somebody chose for other pictures', () => {
    expect(lightModelAfter(own(), own({ 'dataset.side': '64' }), [], catalogue)).toBeNull();
    expect(lightModelAfter(own({ model: 'dcgan-radford' }), config({}), [], catalogue)).toBeNull();
  });
});
