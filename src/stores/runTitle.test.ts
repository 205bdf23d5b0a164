// Names of runs: whatever the worker calls one by itself is said in every language, and what a person called it stays.
import { afterEach, describe, expect, it } from 'vitest';
import { shownRunName } from '../checkpoints/runId';
import { defaultParams } from '../core/paramSpec';
import { chooseToSpeak } from '../i18n/language';
import { LANGUAGE_IDS } from '../i18n/languages';
import { tasks } from '../tasks';
import { withStores } from '../testing/withStores';
import { expectRequests } from './catalogueWords';
import { useCatalogStore } from './catalogStore';
import { runTitle } from './runTitle';

const DCGAN = 'DCGAN of Radford et al. on Synthetic digits';
const OTHERS = LANGUAGE_IDS.filter((id) => id !== 'en');

async function withCatalogue(): Promise<void> {
  const setting = withStores();
  expectRequests();
  setting.run(() => useCatalogStore());
  await setting.client.ready();
}

afterEach(() => chooseToSpeak('en'));

it('stays as the worker said it in English', async () => {
  await withCatalogue();
  expect(runTitle(`${DCGAN} (student 0.5) (imported)`)).toBe(`${DCGAN} (student 0.5) (imported)`);
});

it.each([
  ['de', DCGAN, 'DCGAN von Radford et al. · Synthetische Ziffern'],
  ['de', 'Translation on Synthetic digits', 'Übersetzung · Synthetische Ziffern'],
  [
    'de',
    `${DCGAN} (student 0.5) (QAT 8 bits)`,
    'DCGAN von Radford et al. · Synthetische Ziffern (Schüler 0,5) (QAT 8 Bit)',
  ],
  ['de', 'Translation on Synthetic digits (copy)', 'Übersetzung · Synthetische Ziffern (Kopie)'],
  ['es', 'Nota 7 (copy 2)', 'Nota 7 (copia 2)'],
  ['es', 'Nota 7 (channels -40 %)', 'Nota 7 (canales -40 %)'],
  ['es', '(weights -60 %)', '(pesos -60 %)'],
  ['zh', 'transposed (imported) (imported)', 'transposed（已导入）（已导入）'],
  ['zh', shownRunName(' '), '未命名的运行'],
  [
    'de',
    `${DCGAN}, begun with Progressive GAN on MNIST`,
    'DCGAN von Radford et al. · Synthetische Ziffern, begonnen mit Progressives GAN · MNIST',
  ],
  // What a person wrote.
  ['de', 'Seed 3 on Monday, begun with hope', 'Seed 3 on Monday, begun with hope'],
  ['es', 'MNIST on MNIST (mine)', 'MNIST on MNIST (mine)'],
] as const)('in %s: %s', async (to, name, said) => {
  await withCatalogue();
  await chooseToSpeak(to);
  expect(runTitle(name)).toBe(said);
});

describe.each(OTHERS)('in %s', (to) => {
  const endings = tasks.flatMap(({ id, params, suffix }) =>
    suffix ? [[id, suffix(defaultParams(params))] as const] : [],
  );
  it.each(endings)('says what %s makes', async (_, ending) => {
    expect(ending).not.toBe('');
    await withCatalogue();
    await chooseToSpeak(to);
    const said = runTitle(`Mine${ending}`);
    expect(said).toMatch(/^Mine\S? ?\S/u);
    expect(said).not.toMatch(/student \d|weights|channels/u);
  });
});
