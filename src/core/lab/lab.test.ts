import { describe, expect, it } from 'vitest';
import { datasets } from '../../datasets';
import { losses } from '../../losses';
import { models } from '../../models';
import { adversarial } from '../../tasks/adversarial';
import { fixtureMeasure } from '../../testing/runFixture';
import { incompatibilities } from '../compatibility';
import type { HistoryPoint } from '../history';
import { readRunConfig, runLinkQuery, writeRunConfig } from '../runConfig';
import { labPairs } from '.';
import {
  datasetsOf,
  differingSettings,
  onDataset,
  sideSettings,
  type LabFigures,
  type SideId,
} from './define';
import { holds, labVerdict, labFigures } from './verdict';
import {
  countOf,
  labOutcomes,
  LabOutcomesError,
  outcomeOf,
  readLabOutcomes,
  recipeOutcomes,
} from './outcomes';
import { labRecipes } from './recipes';

const vocabulary = { datasets, models, losses };
const SIDES: readonly SideId[] = ['broken', 'mended'];

const figures: LabFigures = {
  modes: 8,
  wantedModes: 8,
  kl: 0.1,
  good: 0.8,
  frechet: 0.01,
  variety: 1,
  accuracy: 0.6,
};
const rules = {
  broken: [
    { figure: 'modes', atMost: 3 },
    { figure: 'kl', atLeast: 1 },
  ],
  healthy: [
    { figure: 'modes', atLeast: 6 },
    { figure: 'kl', atMost: 0.4 },
  ],
} as const;

const onEach = labPairs.flatMap((pair) => datasetsOf(pair).map((dataset) => onDataset(pair, dataset)));

describe.each(onEach.map((pair) => [pair.id, pair.shared.dataset, pair] as const))(
  '%s on %s',
  (_, __, pair) => {
    const configs = SIDES.map((side) => readRunConfig(sideSettings(pair, side), vocabulary));

    it('can be trained on either side, as the catalogue has it', () => {
      for (const config of configs) {
        const facts = {
          dataset: datasets.find(({ id }) => id === config.dataset),
          model: models.find(({ id }) => id === config.model),
          loss: losses.find(({ id }) => id === config.loss),
        };
        if (!facts.dataset || !facts.model || !facts.loss) throw new Error('not in the catalogue');
        const { dataset, model, loss } = facts;
        expect(incompatibilities(config, { dataset, model, loss, task: adversarial })).toEqual([]);
      }
    });

    it('differs in what it says that it differs in, on the same data from the same seed', () => {
      const [broken, mended] = configs.map(writeRunConfig);
      const names = [...new Set([...Object.keys(broken), ...Object.keys(mended)])];
      const differing = names.filter((name) => broken[name] !== mended[name]);
      const claimed = differingSettings(pair);
      expect(claimed.length).toBeGreaterThan(0);
      // A model has parameters of its own and a setting may stand at its default on the other side.
      expect(differing.filter((name) => !claimed.includes(name) && !name.startsWith('model.'))).toEqual(
        claimed.includes('loss')
          ? differing.filter((name) => name.startsWith('loss.') && !claimed.includes(name))
          : [],
      );
      expect(claimed.filter((name) => !differing.includes(name))).toEqual([]);
      expect([mended.dataset, mended.seed]).toEqual([broken.dataset, broken.seed]);
    });

    it('opens in Train from a link that reads back as the same run', () => {
      for (const config of configs) {
        const pairs = Object.fromEntries(new URLSearchParams(runLinkQuery(config, vocabulary)));
        expect(readRunConfig(pairs, vocabulary)).toEqual(config);
      }
    });

    it('cannot be broken and healthy at once', () => {
      for (const rule of pair.rules.healthy) {
        for (const other of pair.rules.broken.filter(({ figure }) => figure === rule.figure)) {
          expect(holds(other, { ...figures, [rule.figure]: rule.atLeast ?? rule.atMost ?? 0 })).toBe(false);
        }
      }
    });
  },
);

describe('the registry', () => {
  it('has permanent names, each once', () => {
    const ids = labPairs.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it('prints outcomes of fresh seeds for every pair that agree with its rules', () => {
    for (const pair of labPairs)
      if (!outcomeOf(pair)) throw new Error(`No outcome of ${pair.id} is recorded: run npm run bench:lab.`);
    for (const outcome of labOutcomes) {
      const pair = onEach.find((one) => outcomeOf(one) === outcome);
      if (!pair) throw new Error(`There is no pair ${outcome.pair} on ${outcome.dataset} any more.`);
      expect(outcome.broken.length).toBeGreaterThanOrEqual(5);
      for (const run of [...outcome.broken, ...outcome.mended, ...outcome.recovered]) {
        expect(run.seed).toBeGreaterThan(5);
        expect(run.verdict).toBe(labVerdict(pair, run.figures));
      }
    }
  });
});

describe('the recipes', () => {
  it('can be trained, and their recorded outcomes agree with their goals', () => {
    for (const { id, settings, goal } of labRecipes) {
      expect(() => readRunConfig(settings, vocabulary)).not.toThrow();
      const runs = recipeOutcomes.find(({ recipe }) => recipe === id)?.runs ?? [];
      for (const run of runs)
        expect(run.verdict).toBe(labVerdict({ rules: { broken: [], healthy: goal } }, run.figures));
    }
    for (const { recipe } of recipeOutcomes) expect(labRecipes.map(({ id }) => id)).toContain(recipe);
  });
});

describe('labVerdict', () => {
  it('calls a run broken when any sign is there, healthy when all are, else in between', () => {
    expect(labVerdict({ rules }, figures)).toBe('healthy');
    expect(labVerdict({ rules }, { ...figures, modes: 3 })).toBe('broken');
    expect(labVerdict({ rules }, { ...figures, kl: 1 })).toBe('broken');
    expect(labVerdict({ rules }, { ...figures, modes: 5 })).toBe('between');
    expect(labVerdict({ rules }, { ...figures, kl: 0.41 })).toBe('between');
  });

  it('calls a run whose numbers ended broken, and one that was not measured not healthy', () => {
    expect(labVerdict({ rules }, null)).toBe('broken');
    expect(labVerdict({ rules }, { ...figures, kl: null })).toBe('between');
    expect(labVerdict({ rules }, { ...figures, kl: NaN })).toBe('between');
  });
});

describe('labFigures', () => {
  const point = (step: number): HistoryPoint => ({
    step,
    seconds: step,
    values: { dLoss: 1, gLoss: 1, accuracyReal: step > 100 ? 1 : 0, accuracyFake: step > 100 ? 0.5 : 0 },
  });

  it('takes what was measured, and the accuracy of the last hundred steps', () => {
    const measured = fixtureMeasure(200, {
      values: { 'modes-covered': 4, 'kl-from-uniform': 0.7 },
      floors: { 'modes-covered': 8 },
    });
    const history = Array.from({ length: 200 }, (_, i) => point(i + 1));
    expect(labFigures(measured, history)).toEqual({
      modes: 4,
      wantedModes: 8,
      kl: 0.7,
      good: null,
      frechet: null,
      variety: null,
      accuracy: 0.75,
    });
    expect(labFigures(measured, []).accuracy).toBeNull();
  });
});

describe('readLabOutcomes', () => {
  const run = { seed: 11, verdict: 'broken', figures: null, seconds: 3 };
  const good = {
    pair: 'a',
    dataset: 'x',
    measured: '2026-01-02',
    engine: 'x',
    broken: [run],
    mended: [],
    recovered: [],
  };

  it('reads what the benchmark writes, and counts', () => {
    const [outcome] = readLabOutcomes([good]);
    expect(countOf(outcome.broken, 'broken')).toBe(1);
    expect(countOf(outcome.broken, 'healthy')).toBe(0);
  });

  it.each([
    ['outcomes', {}],
    ['outcomes[0].pair', [{ ...good, pair: '' }]],
    ['outcomes[0].broken[0].verdict', [{ ...good, broken: [{ ...run, verdict: 'fine' }] }]],
    ['outcomes[0].broken[0].figures.modes', [{ ...good, broken: [{ ...run, figures: {} }] }]],
  ])('names the place that is wrong: %s', (where, value) => {
    expect(() => readLabOutcomes(value)).toThrow(LabOutcomesError);
    expect(() => readLabOutcomes(value)).toThrow(where);
  });
});
