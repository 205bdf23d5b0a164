// By keyboard and names alone, on a phone, in each language: everything is found by what a screen reader would say of it, and
// reached by the Tab key.
import type { Locator } from '@playwright/test';
import german from '../../src/app/words/de';
import english from '../../src/app/words/en';
import spanish from '../../src/app/words/es';
import chinese from '../../src/app/words/zh';
import labInGerman from '../../src/features/lab/words/de';
import labInEnglish from '../../src/features/lab/words/en';
import labInSpanish from '../../src/features/lab/words/es';
import labInChinese from '../../src/features/lab/words/zh';
import lessonsInGerman from '../../src/features/lessons/words/de';
import lessonsInEnglish from '../../src/features/lessons/words/en';
import lessonsInSpanish from '../../src/features/lessons/words/es';
import lessonsInChinese from '../../src/features/lessons/words/zh';
import runInGerman from '../../src/ui/run/words/de';
import runInEnglish from '../../src/ui/run/words/en';
import runInSpanish from '../../src/ui/run/words/es';
import runInChinese from '../../src/ui/run/words/zh';
import { press, reach } from '../support/keyboard';
import { showPlaceLink } from '../support/placeLink';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const LANGUAGES = [
  { language: 'en', page: english, run: runInEnglish, lab: labInEnglish, lessons: lessonsInEnglish },
  { language: 'de', page: german, run: runInGerman, lab: labInGerman, lessons: lessonsInGerman },
  { language: 'es', page: spanish, run: runInSpanish, lab: labInSpanish, lessons: lessonsInSpanish },
  { language: 'zh', page: chinese, run: runInChinese, lab: labInChinese, lessons: lessonsInChinese },
] as const;

for (const { language, page: words, run, lab, lessons } of LANGUAGES) {
  test(`a run, the lab and a lesson by keyboard alone, on a phone, in ${language}`, async ({
    page,
    train,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`./?lang=${language}#/train?${QUICK_RUN}`);
    await expect(train.root).toHaveAttribute('data-backend', /.+/);
    const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
    const goTo = async (place: string): Promise<void> => {
      await press(page, await showPlaceLink(page, words, place, (menu) => press(page, menu)));
      await expect(page.getByRole('heading', { level: 1 })).toContainText(place);
    };

    await page.keyboard.press('Tab');
    await expect(button(words.header.skip)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await press(page, button(run.bar.train));
    await train.reachesStep(5);
    await press(page, button(run.bar.pause));
    await train.hasStatus('paused');

    await goTo(words.places.lab);
    await press(page, button(lab.both.play));
    await press(page, button(lab.both.pause));
    await expect(button(lab.both.play)).toBeVisible();

    await goTo(words.places.lessons);
    await press(page, page.getByRole('link', { name: new RegExp(`^${lessons.begin}: `) }).first());
    await press(page, button(lessons.line.learn));
    await expect(page.getByText(lessons.goal.done).first()).toBeVisible();
    const notes = page.getByRole('textbox', { name: lessons.notes });
    await reach(page, notes);
    await page.keyboard.type('3 x + 1');
    await expect(notes).toHaveValue('3 x + 1');

    await goTo(words.places.runs);
    await expect(page.getByRole('article')).toHaveCount(1);
  });
}

test('slow motion, a digit that is drawn and saved runs by keyboard alone, and the focus is never lost', async ({
  page,
  train,
}) => {
  await train.open(`${QUICK_RUN}&steps=12`);
  await page.keyboard.press('Space');
  await train.hasStatus('done');
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
  const places = page.getByRole('navigation', { name: english.header.places });
  const goTo = (name: string): Promise<void> => press(page, places.getByRole('link', { name, exact: true }));

  await goTo('Inside');
  await press(page, page.getByRole('link', { name: 'Slow motion' }));
  await press(page, button('Take the next step'));
  await expect(button('1. Noise')).toBeVisible();
  await expect(button('Take the next step')).toBeFocused();
  await press(page, button('2. Fakes'));
  await expect(page.getByRole('heading', { level: 2, name: 'Fakes' })).toBeVisible();

  await goTo('Play');
  await press(page, page.getByRole('link', { name: 'Draw a digit' }));
  await expect(page.getByRole('main')).toBeFocused();
  await reach(page, page.getByRole('application', { name: /^Paper/ }));
  for (const key of ['Space', ...Array<string>(12).fill('ArrowDown'), 'Space'])
    await page.keyboard.press(key);
  await expect(page.getByText(/The classifier: \d/)).toBeVisible();
  await press(page, button('Find the nearest picture'));
  await expect(button('Stop')).toBeFocused();
  await page.keyboard.press('Enter');

  await goTo('Runs');
  await press(page, button(/^Star /));
  await expect(button(/^Star /)).toHaveAttribute('aria-pressed', 'true');
  await expect(button(/^Star /)).toBeFocused();
  await press(page, button('Rename'));
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Mine/ })).toBeVisible();
  await expect(button('Rename')).toBeFocused();
  await press(page, button('Delete'));
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Delete' }));
  await expect(page.getByRole('article')).toHaveCount(0);
  await press(page, button('Undo'));
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.locator('main, main *').and(page.locator(':focus'))).toHaveCount(1);
});
