// The page of shared components: every state is there under its name, and pictures of it lie in build/components for people
// to look at. Pixels differ between machines, so what is compared is what a person can hear or press, and the layout.
import { expect, test } from '../support/stories';

const WIDTHS = [1440, 1024, 390] as const;

/** Sections of the page, with the states that each must show. */
const SECTIONS = [
  { name: 'Progress bar', states: ['empty', 'loading', 'running', 'done'] },
  { name: 'Chart panel', states: ['empty', 'running', 'done'] },
  {
    name: 'Image tiles and sample grid',
    states: ['tiles, few', 'tiles, in rows of eight', 'grid, each one to point at'],
  },
  { name: 'Fields', states: ['number box', 'drawing'] },
  { name: 'File drop', states: ['empty', 'running'] },
] as const;

test('shared components stand in every state, in both colours, at three widths', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#/components');
  await expect(page.getByRole('heading', { level: 1, name: 'Components' })).toBeVisible();
  for (const { name, states } of SECTIONS) {
    const section = page.getByRole('region', { name, exact: true });
    for (const state of states) await expect(section.getByText(state, { exact: true })).toBeVisible();
  }
  const bars = page.getByRole('region', { name: 'Progress bar' });
  await expect(bars).toMatchAriaSnapshot(`
    - heading "Progress bar" [level=2]
    - figure "empty":
      - progressbar "No step taken"
    - figure "loading":
      - progressbar "Loading"
    - figure "running":
      - progressbar "Steps done"
    - figure "done":
      - progressbar "All steps done"
  `);

  await page.getByRole('button', { name: 'Open the dialog' }).click();
  await expect(page.getByRole('dialog', { name: 'A dialog' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of WIDTHS) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      const cut = (): Promise<readonly string[]> =>
        page.getByRole('figure').evaluateAll((all) =>
          all
            .filter((figure) => {
              const { left, right, height } = figure.getBoundingClientRect();
              return left < 0 || right > innerWidth || height < 20;
            })
            .map((figure) => figure.textContent.slice(0, 40)),
        );
      await expect.poll(cut, { message: `figures that are cut at ${width}, ${colorScheme}` }).toEqual([]);
      await page.evaluate(() => scrollTo(0, 0)); // the header stays at the top of the picture
      await page.screenshot({ path: `build/components/${colorScheme}-${width}.png`, fullPage: true });
    }
  }
});
