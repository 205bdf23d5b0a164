// What a picture of the page shows. Pictures are painted in the frame after their names are known.
import type { Locator } from '@playwright/test';

/**
 * The pixels of a canvas that stands still, as text that is equal only for equal pixels. Read once three frames in a row
 * show the same: a picture that has just been placed is painted, measured, and painted once more for the box that it got.
 * Of a picture that moves this never returns.
 */
export const pixelsAtRest = (picture: Locator): Promise<string> =>
  picture.evaluate(async (canvas: HTMLCanvasElement) => {
    let shown = '';
    for (let same = 0; same < 3;) {
      await new Promise(requestAnimationFrame);
      const now = canvas.toDataURL();
      same = now === shown ? same + 1 : 0;
      shown = now;
    }
    return shown;
  });
