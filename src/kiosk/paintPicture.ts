// Bytes of a picture on a canvas, as many canvas pixels as it has.

/** @param pixels [height * width * channels], channels 1 (grey) or 3 (RGB) */
export function paintPicture(
  target: HTMLCanvasElement,
  pixels: Uint8Array,
  [height, width]: readonly number[],
): void {
  if (target.width !== width || target.height !== height) Object.assign(target, { width, height });
  // In plain memory: boards without a GPU have no faster canvas, and this one is never lost.
  const pen = target.getContext('2d', { willReadFrequently: true });
  if (!pen) return;
  const channels = pixels.length / (height * width);
  const image = pen.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = pixels[i * channels + (channels === 3 ? c : 0)];
    image.data[4 * i + 3] = 255;
  }
  pen.putImageData(image, 0, 0);
}
