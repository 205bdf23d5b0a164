// Every place, light and dark, at three widths: no accessibility fault that axe can find, nothing cut off at the side.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const PLACES = ['train', 'judge', 'lab', 'use', 'export', 'runs', 'about'] as const;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

for (const place of PLACES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of WIDTHS) {
      test(`${place}, ${colorScheme}, ${viewport.width} pixels`, async ({ page, train }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize(viewport);
        await train.open(QUICK_RUN);
        if (place !== 'train') await train.goTo(place);
        await expect(page.getByRole('heading', { level: 1 })).toBeAttached();

        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map((n) => n.target) }))).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, 'pixels that stick out at the side').toBe(0);
      });
    }
  }
}
