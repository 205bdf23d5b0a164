import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { linkPairs } from '../core/linkPairs';
import { withStores } from '../testing/withStores';
import { useNoticesStore } from './noticesStore';
import { livePairs } from '../core/runParams';
import { liveDifferences, pendingSettings } from './settingDifferences';
import { useSettingsStore } from './settingsStore';

async function openSettings() {
  const setting = withStores();
  const stores = setting.run(() => ({ settings: useSettingsStore(), notices: useNoticesStore() }));
  await vi.advanceTimersByTimeAsync(1);
  return stores;
}

describe('useSettingsStore', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('knows what differs from the default, and the way back', async () => {
    const { settings } = await openSettings();
    settings.set('batch', 128);
    settings.set('loss.labelSmoothing', 0.2);
    expect(settings.config).toMatchObject({ batch: 128, lossParams: { labelSmoothing: 0.2 } });
    expect(settings.isChanged('batch')).toBe(true);
    expect(new URLSearchParams(settings.query).get('loss.labelSmoothing')).toBe('0.2');
    settings.set('batch', 64); // the default again
    expect(settings.isChanged('batch')).toBe(false);
    settings.reset('loss.labelSmoothing');
    expect(settings.changes).toEqual({});
  });

  it('says what does not go together, and lets nothing run that cannot', async () => {
    const { settings } = await openSettings();
    expect([settings.conflicts, settings.canRun]).toEqual([[], true]);
    settings.set('packing', 3);
    expect(settings.conflicts).toMatchObject([
      { severity: 'refused', reason: expect.stringMatching(/64.*by 3/) },
    ]);
    expect(settings.canRun).toBe(false);
    settings.set('batch', 66);
    expect([settings.conflicts, settings.canRun]).toEqual([[], true]);
  });

  it('takes the recommendation of a newly chosen model and keeps what the person changed', async () => {
    const { settings } = await openSettings();
    settings.set('batch', 16);
    settings.set('model.latentSize', 8);
    settings.choose('model', 'dcgan-an12954');
    expect(settings.config).toMatchObject({ steps: 4000, batch: 16, modelParams: {} });
    expect(settings.isChanged('model.latentSize')).toBe(false);
  });

  it('reads an address, and leaves out what is wrong with what is allowed', async () => {
    const { settings, notices } = await openSettings();
    expect(settings.read(linkPairs('seed=5&dataset=mnist'))).toBe(true);
    const before = settings.config;
    expect(settings.read(linkPairs('batch=none'))).toBe(false);
    expect(settings.config).toEqual(before);
    expect(notices.list[0].message).toContain('a whole number from 2 to 512');
    expect(settings.read(linkPairs('batch=none&seed=6&fbclid=x'))).toBe(false);
    expect(settings.config).toMatchObject({ seed: 6, batch: 64 });
    expect(settings.sparedQuery).toBe(settings.query);
  });

  it('takes a link that a tracker has been at without alarm', async () => {
    const { settings, notices } = await openSettings();
    expect(settings.read(linkPairs('seed=6&utm_source=mail'))).toBe(true);
    expect(settings.config).toMatchObject({ seed: 6 });
    expect(notices.list).toMatchObject([{ tone: 'info', message: expect.stringContaining('utm_source') }]);
  });

  it('keeps settings of its own for each place that trains, and where it runs for both', async () => {
    const { settings } = await openSettings();
    settings.set('batch', 128);
    settings.set('threads', 2);
    settings.goTo('/translate');
    expect(settings.path).toBe('/translate');
    expect(settings.config).toMatchObject({
      task: 'cycle-gan',
      dataset: 'digits-outlines',
      batch: 4,
      threads: 2,
    });
    settings.set('task.width', 8);
    settings.set('threads', 3);
    settings.goTo('/train');
    expect(settings.config).toMatchObject({ task: 'adversarial', batch: 128, threads: 3 });
    settings.goTo('/translate');
    expect(settings.config).toMatchObject({ taskParams: { width: 8 }, threads: 3 });
    expect(new URLSearchParams(settings.query).get('task.width')).toBe('8');
  });

  it('goes to the place of what a link or a run asks for, and loses nothing of the other', async () => {
    const { settings } = await openSettings();
    settings.set('batch', 128);
    settings.read(linkPairs('task=cycle-gan&seed=4'));
    expect([settings.path, settings.config?.seed]).toEqual(['/translate', 4]);
    settings.goTo('/train');
    expect(settings.config).toMatchObject({ task: 'adversarial', batch: 128, seed: 1 });
  });

  it('begins a chosen task where it recommends', async () => {
    const { settings } = await openSettings();
    settings.set('batch', 128);
    settings.choose('task', 'cycle-gan');
    expect(settings.config).toMatchObject({ batch: 4, loss: 'least-squares' });
  });

  it('takes the light model for colour with pictures in colour, and goes back with grey ones', async () => {
    const { settings } = await openSettings();
    settings.set('steps', 500);
    settings.choose('dataset', 'image-folder');
    expect(settings.config).toMatchObject({ model: 'dcgan-colour', batch: 32, steps: 500 });
    settings.set('dataset.channels', 'grey');
    expect(settings.config).toMatchObject({ model: 'dcgan-light', batch: 64 });
    settings.reset('dataset.channels');
    expect(settings.config?.model).toBe('dcgan-colour');
    settings.choose('dataset', 'mnist');
    expect(settings.config).toMatchObject({ model: 'dcgan-light', steps: 500 });
  });

  it('leaves a model that somebody chose or changed, and what a link says', async () => {
    const { settings } = await openSettings();
    settings.set('model.width', 2);
    settings.choose('dataset', 'image-folder');
    expect([settings.config?.model, settings.modelForColour]).toEqual(['dcgan-light', null]);
    settings.read(linkPairs('dataset=image-folder&seed=3'));
    expect([settings.config?.model, settings.modelForColour]).toEqual(['dcgan-light', 'dcgan-colour']);
    settings.set('dataset.side', '64');
    expect(settings.config?.model).toBe('dcgan-light');
    settings.choose('model', 'dcgan-colour');
    expect([settings.config?.batch, settings.modelForColour]).toEqual([32, null]);
    settings.choose('model', 'dcgan-light');
    settings.choose('dataset', 'mnist');
    expect(settings.config?.model).toBe('dcgan-light');
  });

  it('tells live changes, waiting changes and engine changes apart', async () => {
    const { settings } = await openSettings();
    const running = settings.config;
    if (!running) throw new Error('no configuration');
    settings.set('learningRateD', 0.01);
    settings.set('dataset.size', 1000);
    settings.set('threads', 4);
    const wanted = settings.config;
    if (!wanted) throw new Error('no configuration');
    expect(liveDifferences(running, wanted)).toEqual({ learningRateD: 0.01 });
    expect(pendingSettings(running, wanted)).toEqual(['learningRateD', 'dataset.size']);
    expect(pendingSettings(running, wanted, ['learningRateD'])).toEqual(['dataset.size']);
  });

  it('brings parameters of the task that may change in a run', async () => {
    const { settings } = await openSettings();
    const running = settings.config && { ...settings.config, taskParams: { fine: 1, coarse: 1, size: 3 } };
    if (!running) throw new Error('no configuration');
    const wanted = { ...running, taskParams: { fine: 2, coarse: 1, size: 4 } };
    const params = [{ id: 'fine', live: true }, { id: 'coarse', live: true }, { id: 'size' }];
    expect(liveDifferences(running, wanted, params)).toEqual({ taskParams: { fine: 2 } });
    expect(livePairs({ steps: 2, taskParams: { fine: 2 } })).toEqual({ steps: 2, 'task.fine': 2 });
    expect(pendingSettings(running, wanted, ['task.fine'])).toEqual(['task.size']);
  });

  it('brings nothing of another model to the run of this one', async () => {
    const { settings } = await openSettings();
    const running = settings.config;
    if (!running) throw new Error('no configuration');
    settings.choose('model', 'gan-mlp');
    const wanted = settings.config;
    if (!wanted) throw new Error('no configuration');
    expect(wanted.steps).not.toBe(running.steps);
    expect(liveDifferences(running, wanted)).toEqual({});
    expect(pendingSettings(running, wanted)).toEqual(expect.arrayContaining(['model', 'steps']));
  });
});
