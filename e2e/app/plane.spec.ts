// Points in the plane: a person watches the police and the forger at work, and draws the distribution themselves.
import { expect, test } from '../support/stories';

const RING = 'dataset=points-ring&model=gan-mlp&batch=32&steps=100000&model.width=32&backend=wasm&threads=1';

test('the plane is shown live while training, in layers that can be left out', async ({ page, train }) => {
  await train.open(RING);
  await train.press('Train');
  await train.reachesStep(50);
  const frames = async (): Promise<number> => Number(await train.root.getAttribute('data-plane-frames'));
  const before = await frames();
  await expect.poll(frames, 'ten frames more of the plane').toBeGreaterThan(before + 10);

  const samples = page.getByRole('region', { name: 'Samples', exact: true });
  for (const name of ['Modes covered', 'Good samples', 'KL on a grid', 'JS on a grid'])
    await expect(samples.getByText(name)).toBeVisible();
  await train.press('Pause');
  await train.hasStatus('paused');
  const withSurface = await train.samplePixels();
  await page.getByRole('checkbox', { name: 'what the police think' }).uncheck();
  await expect.poll(() => train.samplePixels(), 'another picture').not.toBe(withSurface);

  // At another place nobody looks: no frames come, though the run goes on.
  await train.press('Train');
  await train.hasStatus('running');
  await train.goTo('about');
  await train.reachesStep((await train.step()) + 50);
  const left = await frames();
  await train.reachesStep((await train.step()) + 200);
  expect(await frames()).toBe(left);
});

test('a drawing becomes the data, and a link carries it', async ({ page, train }) => {
  await train.open(
    'dataset=points-drawn&model=gan-mlp&batch=32&model.width=32&steps=100000&measureEvery=0&backend=wasm&threads=1',
  );
  await page.getByText('Points that you draw', { exact: true }).last().click();
  const paper = page.getByRole('application', { name: /^Your drawing/ });
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText(/is empty; draw something/)).toBeVisible();
  const box = await paper.boundingBox();
  if (!box) throw new Error('The paper is not to be seen.');
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(0.6, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.9, 0.2), { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText(/is empty; draw something/)).toBeHidden();
  await expect.poll(() => page.url(), 'the drawing in the address').toContain('dataset.drawing=');

  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await train.trainTo(20);
  const real = page.getByRole('img', { name: 'Real images of the data set' });
  /** Share of the bright pixels that lie in the upper right quarter, where the line was drawn. */
  const upperRight = () =>
    real.evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
      let [inside, all] = [0, 0];
      for (let i = 0; i < width * height; i++) {
        if (data[4 * i] < 200) continue;
        all++;
        if (i % width > width / 2 && i < (width * height) / 2) inside++;
      }
      return inside / all;
    });
  await expect.poll(upperRight, 'share of the points where the line is').toBe(1);
});
