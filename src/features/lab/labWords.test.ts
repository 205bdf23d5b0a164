import { describe, expect, it } from 'vitest';
import { labPairs } from '../../core/lab';
import type { LabFigures, LabPair } from '../../core/lab/define';
import type { LabRunOutcome } from '../../core/lab/outcomes';
import { labRecipes } from '../../core/lab/recipes';
import {
  figuresInWords,
  outcomeInWords,
  recipeInWords,
  ruleInWords,
  rulesInWords,
  sideChips,
  verdictWord,
} from './labWords';

const figures: LabFigures = {
  modes: 1,
  wantedModes: 8,
  kl: 2.079,
  good: null,
  frechet: 12.3456,
  variety: 0.1,
  accuracy: null,
};
const run = (seed: number, verdict: LabRunOutcome['verdict']): LabRunOutcome => ({
  seed,
  verdict,
  figures,
  seconds: 3,
});

const pair: LabPair = {
  id: 'x',
  title: '',
  summary: '',
  lookFor: '',
  brokenWord: 'collapsed',
  seed: 1,
  keeps: 'both',
  shared: { packing: 1, batch: 32 },
  broken: { title: '', why: '', settings: { learningRateG: 0.002, batch: 32 } },
  mended: { title: '', why: '', settings: { packing: 2, learningRateG: 0.0005 } },
  rules: { broken: [], healthy: [] },
};

describe('the lab in words', () => {
  it('says what was measured, and leaves out what was not', () => {
    expect(figuresInWords(figures)).toBe('1 of 8 modes, KL 2.08');
    expect(figuresInWords({ ...figures, modes: 0, kl: null, good: 0.014, accuracy: 0.5 })).toBe(
      '0 of 8 modes, no point in any cluster, 1\u00a0% good points, accuracy of the police 50\u00a0%',
    );
  });

  it('names only what differs, on the side that has it', () => {
    expect(sideChips(pair, 'broken')).toEqual(['learning rate G 0.002', 'packing 1']);
    expect(sideChips(pair, 'mended')).toEqual(['learning rate G 0.0005', 'packing 2']);
    for (const known of labPairs) expect(sideChips(known, 'mended').length).toBeGreaterThan(0);
  });

  it('has one word for each verdict', () => {
    expect((['broken', 'healthy', 'between'] as const).map((v) => verdictWord(pair, v))).toEqual([
      'collapsed',
      'healthy',
      'in between',
    ]);
  });

  it('says its bounds', () => {
    expect(ruleInWords({ figure: 'modes', atMost: 3 })).toBe('modes covered at most 3');
    expect(ruleInWords({ figure: 'accuracy', atLeast: 0.98 })).toBe(
      'accuracy of the discriminator at least 98\u00a0%',
    );
    const rules = {
      broken: [{ figure: 'modes', atMost: 2 } as const, { figure: 'kl', atLeast: 1.5 } as const],
      healthy: [{ figure: 'modes', atLeast: 10 } as const, { figure: 'kl', atMost: 0.2 } as const],
    };
    expect(rulesInWords({ brokenWord: 'collapsed', rules })).toBe(
      'A run counts as collapsed with modes covered at most 2 or KL from uniform at least 1.5; as healthy with modes covered at least 10 and KL from uniform at most 0.2.',
    );
  });

  it('prints what the benchmark counted', () => {
    const outcome = { pair: 'x', dataset: 'points-ring', measured: '2026-01-02', engine: '' };
    const broken = [run(11, 'broken'), run(12, 'between')];
    const mended = [run(11, 'healthy'), run(12, 'healthy')];
    expect(outcomeInWords(pair, { ...outcome, broken, mended, recovered: [run(11, 'broken')] })).toBe(
      'collapsed in 1 of 2, mended in 2 of 2, recovered in 0 of 1',
    );
    expect(outcomeInWords(pair, { ...outcome, broken, mended, recovered: [] })).not.toContain('recovered');
  });

  it('states the budget of a recipe, and its outcome where there is one', () => {
    const [recipe] = labRecipes;
    expect(recipeInWords(recipe, [])).toBe('At most 10 min 0 s of training on two cores.');
    const found = { recipe: recipe.id, measured: '', engine: '', runs: [run(1, 'healthy')] };
    expect(recipeInWords(recipe, [found])).toContain(
      'Reached in 1 of 1: 1 of 8 modes, KL 2.08, Fréchet distance 12.35.',
    );
  });
});
