// Images on canvases: pixel by pixel, shown in whole multiples of their size, and saved large enough to be looked at.
import type { Images } from '../types';

/** Sides of a saved picture, at least. */
const SAVED_SIDE = 512;

export function paint(canvas: HTMLCanvasElement, images: Images, index = 0): void {
  const { width, height } = images;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(images.rgba(index), width), 0, 0);
}

/** Bytes of one or three channels. */
export function paintBytes(
  canvas: HTMLCanvasElement,
  bytes: Uint8Array,
  height: number,
  width: number,
): void {
  const channels = bytes.length / (height * width);
  const rgba = new Uint8ClampedArray(height * width * 4).fill(255);
  for (let pixel = 0; pixel < height * width; pixel++)
    for (let c = 0; c < 3; c++) rgba[4 * pixel + c] = bytes[pixel * channels + (channels === 3 ? c : 0)];
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(rgba, width), 0, 0);
}

/** As large as the frame's `room` allows, in pixels of the page; small pictures in whole multiples, so that every pixel is a square. */
export function fit(canvas: HTMLCanvasElement, room: number): void {
  const times = room / Math.max(canvas.width, canvas.height);
  const scale = times > 1 ? Math.floor(times) : times;
  canvas.style.width = `${Math.round(canvas.width * scale)}px`;
  canvas.style.height = `${Math.round(canvas.height * scale)}px`;
}

/** The picture as a PNG file, enlarged without blur. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const times = Math.max(1, Math.ceil(SAVED_SIDE / Math.max(canvas.width, canvas.height)));
  const large = document.createElement('canvas');
  large.width = canvas.width * times;
  large.height = canvas.height * times;
  const context = large.getContext('2d');
  if (context) {
    context.imageSmoothingEnabled = false;
    context.drawImage(canvas, 0, 0, large.width, large.height);
  }
  return new Promise((resolve) => large.toBlob(resolve, 'image/png'));
}
