// A browser without WebGL and WebGPU, as on a board without a GPU.
import { expect, test } from '../support/kiosk';

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const off = ['--disable-gpu', '--disable-3d-apis', '--disable-features=WebGPU'];
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...off] });
  },
});

test('draws as well without any graphics', async ({ page, kiosk }) => {
  await kiosk.open();
  const found = await page.evaluate(async () => ({
    webgl: document.createElement('canvas').getContext('webgl2') !== null,
    webgpu: Boolean(await navigator.gpu?.requestAdapter()),
  }));
  expect(found).toEqual({ webgl: false, webgpu: false });
  await kiosk.expectImages('built-in');
  await expect(kiosk.alert).toHaveCount(0);
});
