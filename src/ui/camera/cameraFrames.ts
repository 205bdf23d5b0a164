// Frames of a playing video, one after the other, as pictures of a wanted size: the middle of the frame, scaled by the browser;
// and parts of still pictures in the same way.
import type { ImageBatch } from '../../core/history';
import { middleCrop, writeChannels, type Crop, type PictureShape } from '../../core/pictureFit';

export interface FrameReader {
  /** The frame of this moment; null before the first one is there. */
  grab(video: HTMLVideoElement, shape: PictureShape, mirrored: boolean): PictureFrame | null;
  /** A part of a picture; null where the browser gives no canvas. */
  cut(source: CanvasImageSource, part: Crop, shape: PictureShape, mirrored: boolean): PictureFrame | null;
}

/** One picture, whose bytes may be given away. */
export interface PictureFrame extends ImageBatch {
  readonly pixels: Uint8Array<ArrayBuffer>;
}

export function createFrameReader(): FrameReader {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const reader: FrameReader = {
    grab(video, shape, mirrored) {
      if (video.videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
      const part = middleCrop(video.videoWidth, video.videoHeight, shape[1] / shape[0]);
      return reader.cut(video, part, shape, mirrored);
    },
    cut(source, { left, top, width: across, height: down }, [height, width, channels], mirrored) {
      if (!pen) return null;
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      pen.imageSmoothingQuality = 'high';
      pen.setTransform(mirrored ? -1 : 1, 0, 0, 1, mirrored ? width : 0, 0);
      pen.drawImage(source, left, top, across, down, 0, 0, width, height);
      const pixels = new Uint8Array(height * width * channels);
      writeChannels(pen.getImageData(0, 0, width, height).data, 4, channels, pixels);
      return { count: 1, height, width, channels, pixels };
    },
  };
  return reader;
}

/** The next frame that the video shows; of browsers that cannot say, the next one of the screen. */
export const nextFrameOf =
  (video: HTMLVideoElement) =>
  (call: () => void): void => {
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(call);
    else requestAnimationFrame(call);
  };
