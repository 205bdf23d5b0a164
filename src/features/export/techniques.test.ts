import { expect, it } from 'vitest';
import { FAKE_CATALOGUE } from '../../testing/fakeCatalogue';
import { amountsOf, makerTask, requestFor, TECHNIQUES, usualSettings } from './techniques';

const begins = TECHNIQUES.map((technique) => {
  const task = FAKE_CATALOGUE.tasks.find(({ id }) => id === technique.task);
  if (!task) throw new TypeError(`no task ${technique.task}`);
  return { technique, task, usual: usualSettings(technique, task) };
});

it('begins with what the task says, and offers that', () => {
  for (const { technique, task, usual } of begins) {
    const steps = task.params.find(({ id }) => id === 'steps');
    expect(usual.steps).toBe(steps?.default);
    expect(amountsOf(technique)).toContain(usual.amount);
  }
  expect(begins.map(({ usual }) => usual.amount)).toEqual([0.25, 0.8, 8, 0.5]);
});

it('asks for parameters that the task has', () => {
  for (const { technique, task, usual } of begins) {
    const { params } = requestFor(technique, task, usual);
    const specs = new Map(task.params.map((spec) => [spec.id, spec]));
    for (const [id, value] of Object.entries(params)) {
      const spec = specs.get(id);
      const known = spec?.kind === 'choice' ? spec.choices.map((choice) => choice.value) : [value];
      expect(known).toContain(value);
      expect(spec).toBeDefined();
    }
  }
});

it('names the task by the task of the open run, and the width by whose it is', () => {
  const [student] = TECHNIQUES.filter(({ id }) => id === 'student');
  expect(makerTask(student, 'adversarial')).toBe('distill');
  const task = {
    id: makerTask(student, 'cycle-gan'),
    params: ['width', 'studentWidth', 'steps'].map((id) => {
      return { id, kind: 'number', label: id, help: id, min: 0, max: 99, default: 16 } as const;
    }),
  };
  expect(usualSettings(student, task)).toEqual({ amount: 16, steps: 16 });
  expect(requestFor(student, task, { amount: 0.5, steps: 9 })).toEqual({
    ...{ task: 'cycle-gan-distill', params: { studentWidth: 0.5, steps: 9 } },
  });
});
