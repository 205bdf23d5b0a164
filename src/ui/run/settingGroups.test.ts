import { expect, it } from 'vitest';
import { readRunConfig } from '../../core/runConfig';
import { catalogue } from '../../worker/catalogue';
import { frontSettings, offeredDatasets, offeredLosses, settingGroups, withChosen } from './settingGroups';

function chosen(pairs: Readonly<Record<string, string>>) {
  const config = readRunConfig(pairs, catalogue);
  const found = {
    task: catalogue.tasks.find(({ id }) => id === config.task),
    dataset: catalogue.datasets.find(({ id }) => id === config.dataset),
    model: catalogue.models.find(({ id }) => id === config.model),
    loss: catalogue.losses.find(({ id }) => id === config.loss),
  };
  const { task, dataset, model, loss } = found;
  if (!task || !dataset || !model || !loss) throw new Error('not in the catalogue');
  return { config, facts: { task, dataset, model, loss } };
}
const keysOf = (facts: ReturnType<typeof chosen>['facts']): readonly string[] =>
  settingGroups(facts).flatMap(({ fields }) => fields.map(({ key }) => key));

it('shows the adversarial game every setting of the loop, the model and the loss', () => {
  const { config, facts } = chosen({ loss: 'wgan-gp' });
  expect(keysOf(facts)).toEqual(
    expect.arrayContaining(['packing', 'unrolledSteps', 'model.width', 'loss.penalty', 'backend']),
  );
  expect(frontSettings(facts).map(({ key }) => key)).toEqual(['steps', 'seed']);
  const datasets = offeredDatasets(catalogue.datasets, config, facts);
  expect(datasets.some(({ pairs }) => pairs)).toBe(false);
  expect(offeredLosses(catalogue.losses, config, facts)).toEqual(catalogue.losses);
});

it('shows a translation what it heeds: its own networks, no stabilizer of another game', () => {
  const { config, facts } = chosen({ task: 'cycle-gan' });
  const keys = keysOf(facts);
  expect(keys).toEqual(expect.arrayContaining(['task.width', 'task.cycleWeight', 'batch', 'dataset.digits']));
  for (const key of ['packing', 'emaDecay', 'model.width', 'task.classA']) expect(keys).not.toContain(key);
  const ids = offeredDatasets(catalogue.datasets, config, facts).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['digits-outlines', 'mnist', 'synthetic-digits']));
  expect(ids).not.toContain('ring');
  expect(offeredLosses(catalogue.losses, config, facts).map(({ id }) => id)).not.toContain('wgan-gp');
});

it('asks which two classes are the domains where the data do not say it', () => {
  const { facts } = chosen({ task: 'cycle-gan', dataset: 'mnist' });
  expect(frontSettings(facts).map(({ key }) => key)).toEqual(['task.classA', 'task.classB', 'steps', 'seed']);
});

it('offers what is chosen where it is not offered, last and once', () => {
  const [first, second, hidden] = ['first', 'second', 'hidden'].map((id) => ({ id }));
  expect(withChosen([first, second], hidden)).toEqual([first, second, hidden]);
  expect(withChosen([first, second], second)).toEqual([first, second]);
  expect(withChosen([first, second], undefined)).toEqual([first, second]);
});
