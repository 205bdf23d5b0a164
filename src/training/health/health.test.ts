import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../core/history';
import { createRandom } from '../../core/random';
import { fixtureMeasure } from '../../testing/runFixture';
import { tinyConfig } from '../../testing/tinyRun';
import { TrainingDivergedError } from '../reports';
import { HealthWatch, healthNotes } from '.';
import { commonClasses } from './modeCollapse';

const config = tinyConfig({ steps: 1000 });

/** A run whose point at each step is a function of the step. */
const run = (steps: number, point: (step: number) => Record<string, number> = () => ({})): HistoryPoint[] =>
  Array.from({ length: steps }, (_, i) => ({
    step: i + 1,
    seconds: i / 10,
    values: { dLoss: 0.6, gLoss: 0.9, accuracyReal: 0.7, accuracyFake: 0.7, ...point(i + 1) },
  }));

const notes = (
  history: readonly HistoryPoint[],
  measures = [fixtureMeasure(900), fixtureMeasure(1000)],
  failure: unknown = null,
) => healthNotes({ config, history, measures, failure });

const onesAndSevens = { classCounts: [0, 520, 0, 0, 5, 0, 0, 470, 0, 5] };
const collapsed = { 'modes-covered': 2, 'kl-from-uniform': 1.634, variety: 0.3, 'frechet-distance': 40 };
/** Before anything was learnt. */
const blur = fixtureMeasure(100, { ...onesAndSevens, values: { ...collapsed, 'frechet-distance': 200 } });

describe('healthNotes', () => {
  it('says nothing of learning by the distance of points, and of collapse at once', () => {
    const values = {
      'frechet-distance': 0.04,
      'grid-js': 0.5,
      'modes-covered': 3,
      'kl-from-uniform': 1.4,
      variety: 1,
    };
    const floors = { 'frechet-distance': 0.001, 'modes-covered': 8 };
    const points = [400, 1500].map((step) => fixtureMeasure(step, { values, floors }));
    expect(notes(run(1500), points).map(({ id }) => id)).toEqual(['mode-collapse']);
  });

  it('compares no distances of different judges', () => {
    const judged = (step: number, evaluator: string, distance: number) =>
      fixtureMeasure(step, { evaluator, values: { 'frechet-distance': distance, variety: 1 } });
    const [before, after, later] = [
      judged(900, 'fixed random features', 0.01),
      judged(1000, 'feature network', 20),
      judged(1100, 'feature network', 19),
    ];
    expect(notes(run(1000), [before, after]).map(({ id }) => id)).toEqual([]);
    expect(notes(run(1100), [before, after, later]).map(({ id }) => id)).toEqual(['not-learning']);
  });

  it('finds nothing wrong with a run that goes well', () => {
    const random = createRandom(3);
    expect(notes(run(600, () => ({ gLoss: 0.9 + 0.2 * random.normal() })))).toEqual([]);
  });

  it('tells mode collapse by name and number', () => {
    const measures = [
      blur,
      ...[400, 500].map((step) => fixtureMeasure(step, { ...onesAndSevens, values: collapsed })),
    ];
    const [note] = notes(run(500), measures);
    expect(note).toMatchObject({
      id: 'mode-collapse',
      severity: 'alarm',
      message: 'The generator draws only 1s and 7s: 2 of 10 modes, KL 1.6.',
    });
    expect(note.tries[0].changes).toEqual({ learningRateG: config.learningRateG / 2 });
  });

  it('waits for a second measurement, and for the blur of the beginning to pass', () => {
    const bad = (step: number) => fixtureMeasure(step, { ...onesAndSevens, values: collapsed });
    expect(notes(run(500), [blur, fixtureMeasure(400), bad(500)])).toEqual([]);
    expect(notes(run(250), [blur, bad(200), bad(250)])).toEqual([]);
    expect(
      notes(
        run(500),
        [blur, blur, blur].map((point) => ({ ...point, step: 500 })),
      ),
    ).toEqual([]);
    expect(notes(run(500), [blur, bad(400), bad(500)])).toHaveLength(1);
    expect(
      notes(
        run(1000),
        [blur, blur].map((point) => ({ ...point, step: 1000 })),
      ),
    ).toHaveLength(1);
  });

  it('tells samples that are all alike where no classes are known', () => {
    const alike = (step: number) =>
      fixtureMeasure(step, { classNames: [], classCounts: [], values: { variety: 0.08 } });
    expect(notes(run(500), [alike(400), alike(500)])[0]).toMatchObject({
      id: 'mode-collapse',
      message: expect.stringContaining('vary only 8 %'),
    });
  });

  it('tells that the discriminator has won, with the gradient that is left', () => {
    const won = run(300, () => ({ accuracyReal: 1, accuracyFake: 1 }));
    const measures = [fixtureMeasure(300, { generator: { gradient: 1.04e-6, weights: 9 } })];
    const [note] = notes(won, measures);
    expect(note.message).toBe(
      "Its accuracy has been 100 % for 200 steps and the size of the generator's gradient is 1e-6.",
    );
    expect(note.tries.flatMap(({ changes }) => Object.keys(changes))).toContain('learningRateD');
    expect(notes(won.slice(0, 150), measures)).toEqual([]);
  });

  it('tells losses that swing, and not losses that are noisy or drift', () => {
    const swinging = notes(run(600, (step) => ({ gLoss: 2 + 1.5 * Math.sin(step / 10) })));
    expect(swinging.map(({ id }) => id)).toEqual(['oscillation']);
    const random = createRandom(4);
    expect(notes(run(600, () => ({ gLoss: 2 + 0.8 * random.normal() })))).toEqual([]);
    expect(notes(run(600, (step) => ({ gLoss: 1 + step / 100 })))).toEqual([]);
  });

  it('tells numbers that ended, and weights that grow without bound', () => {
    const ended = new TrainingDivergedError('At step 7 the losses are D NaN and G 1.', '');
    expect(notes(run(7), [], ended)[0].message).toContain('D NaN');
    const grown = fixtureMeasure(500, { generator: { gradient: 1, weights: 5e5 } });
    expect(notes(run(500), [grown])[0]).toMatchObject({ id: 'not-finite', severity: 'alarm' });
  });

  it('proposes nothing that the settings do not allow', () => {
    const low = { ...config, learningRateG: 1e-6, learningRateD: 1e-6 };
    const ended = new TrainingDivergedError('', '');
    expect(healthNotes({ config: low, history: [], measures: [], failure: ended })[0].tries).toEqual([]);
  });
});

describe('commonClasses', () => {
  it('names the classes that make nine tenths, the commonest first', () => {
    expect(commonClasses(fixtureMeasure(1, onesAndSevens))).toBe('1s and 7s');
    const clothes = { classNames: ['Trouser', 'Bag', 'Coat'], classCounts: [300, 500, 200] };
    expect(commonClasses(fixtureMeasure(1, clothes))).toBe('Bag, Trouser and Coat');
  });
});

describe('HealthWatch', () => {
  it('says when something has changed, and only then', () => {
    const watch = new HealthWatch();
    const won = run(300, () => ({ accuracyReal: 1, accuracyFake: 1 }));
    expect(watch.look(config, run(300), [])).toBe(false);
    expect(watch.look(config, won, [])).toBe(true);
    expect(watch.look(config, won, [])).toBe(false);
    expect(watch.look(config, run(300), [])).toBe(true);
    expect(watch.notes).toEqual([]);
  });
});
