// What a phone would read of a QR code on the page: its picture as the screen shows it, read by jsQR, which shares no line with
// what drew it.
import type { Locator, Page } from '@playwright/test';
import jsQR from 'jsqr';

/** RGBA of a PNG, decoded by the browser in a page of its own. */
async function pixelsOf(
  page: Page,
  png: Buffer,
): Promise<{ readonly pixels: Buffer; readonly width: number; readonly height: number }> {
  const blank = await page.context().newPage();
  try {
    const { base64, width, height } = await blank.evaluate(async (bytes) => {
      const image = new Image();
      image.src = `data:image/png;base64,${bytes}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const found = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      const url = await new Promise<unknown>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result);
        reader.readAsDataURL(new Blob([Uint8ClampedArray.from(found)]));
      });
      return { base64: String(url).split(',')[1], width: image.width, height: image.height };
    }, png.toString('base64'));
    return { pixels: Buffer.from(base64, 'base64'), width, height };
  } finally {
    await blank.close();
  }
}

/** @returns null where no code is found */
export async function readQrCode(code: Locator): Promise<string | null> {
  const { pixels, width, height } = await pixelsOf(code.page(), await code.screenshot());
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data ?? null;
}
