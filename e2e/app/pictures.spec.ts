// A network from image to image is used: on a person's pictures by file and by paste, in both directions and a larger size, and on
// the frames of a camera (one that Chromium draws).
import { pixelsAtRest } from '../support/pixels';
import { expect, test } from '../support/stories';

const QUICK_PAIR =
  'task=cycle-gan&dataset=digits-outlines&dataset.size=100&task.width=4&task.patchWidth=4&batch=2&seed=1&steps=100000' +
  '&sampleEvery=4&measureEvery=0&backend=wasm&threads=1';

/** 3 x 2 pixels, red. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AAQQxwFgBB0gX7h/C5SAAAAABJRU5ErkJggg==',
  'base64',
);

test('pictures and camera frames go through a network that translates', async ({ page, train }) => {
  await page.goto(`./#/translate?${QUICK_PAIR}`);
  await expect(train.root).toHaveAttribute('data-backend', /.+/);
  await train.takeSteps(2);
  await train.goTo('use');
  const made = page.getByRole('img', { name: /as the network makes it$/ });
  const pixels = () => made.first().evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const width = () => made.first().evaluate((canvas: HTMLCanvasElement) => canvas.width);

  await test.step('by file: shown beside what is made of it, what is no picture is named', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose pictures' }).click();
    await (
      await chooser
    ).setFiles([
      { name: 'red.png', mimeType: 'image/png', buffer: PNG },
      { name: 'cut.png', mimeType: 'image/png', buffer: PNG.subarray(0, 40) },
    ]);
    await expect(page.getByRole('img', { name: 'red.png, as it was given' })).toBeVisible();
    await page.getByText('1 file was not taken').click();
    await expect(page.getByText('cut.png', { exact: true })).toBeVisible();
  });

  await test.step('the other direction and a larger size draw other pictures', async () => {
    const before = await pixelsAtRest(made.first());
    await page.getByRole('combobox', { name: 'What it makes' }).selectOption('Inverted outlines to Digits');
    await expect.poll(pixels).not.toBe(before);
    await page.getByRole('combobox', { name: 'Size' }).selectOption({ label: '56 x 56' });
    await expect.poll(width).toBe(56);
    await page.getByRole('combobox', { name: 'Size' }).selectOption({ index: 0 });
    await expect.poll(width).toBe(28);
  });

  await test.step('pasted, saved', async () => {
    await page.evaluate(
      (bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(bytes)], 'pasted.png', { type: 'image/png' }));
        window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }));
      },
      [...PNG],
    );
    await expect(page.getByRole('img', { name: 'pasted.png, as it was given' })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save pasted.png as PNG' }).click();
    expect((await download).suggestedFilename()).toBe('pasted-made.png');
  });

  await test.step('frames of the camera go through, and it is given back when it is stopped', async () => {
    await page.getByRole('button', { name: 'Camera', exact: true }).click();
    await page.getByRole('button', { name: 'Start the camera' }).click();
    await expect(page.getByText(/\d frames\/s, .* ms a frame/)).toBeVisible();
    const before = await pixels();
    await expect.poll(pixels, { message: 'the picture moves' }).not.toBe(before);
    await page.getByRole('button', { name: 'Stop the camera' }).click();
    await expect(page.getByRole('button', { name: 'Start the camera' })).toBeVisible();
  });
});
