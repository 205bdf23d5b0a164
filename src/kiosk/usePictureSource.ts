// Where the kiosk's network gets its pictures: the gallery, drawn by code or given by a person, or the camera. Frames are looked
// at one at a time, when the show asks; none is kept, and none leaves this page.
import { computed, onBeforeUnmount, shallowRef, watch } from 'vue';
import type { PictureShape } from '../core/pictureFit';
import { createFrameReader } from '../ui/camera/cameraFrames';
import { useCamera } from '../ui/camera/useCamera';
import type { PictureSource } from './kioskShow';
import { ownPicture } from './ownPicture';
import { paintPicture } from './paintPicture';
import { words } from './words';
import { advanceGallery, choosePicture, seenPart, startGallery } from './pictureShow';

/** Of a person's own pictures the newest stay. */
const MOST_OWN = 8;

export interface GalleryPicture {
  readonly key: number;
  readonly name: string;
  readonly canvas: HTMLCanvasElement;
}

export function usePictureSource() {
  const camera = useCamera();
  const reader = createFrameReader();
  const video = shallowRef<HTMLVideoElement | null>(null);
  const mirrored = shallowRef(true);
  const drawn = shallowRef<readonly GalleryPicture[]>([]);
  const own = shallowRef<readonly GalleryPicture[]>([]);
  /** A person's own stand first. */
  const pictures = computed(() => [...own.value, ...drawn.value]);
  const gallery = shallowRef(startGallery);
  const refused = shallowRef<Error | null>(null);
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)');
  let keys = 0;
  /** Whether the video has shown another frame since the last was taken; browsers that cannot say have one each time. */
  let isFresh = false;
  let watching = 0;
  /** What of the gallery was given last, where pictures stand still. */
  let given: HTMLCanvasElement | null = null;

  function follow(shown: HTMLVideoElement, mine: number): void {
    if (!('requestVideoFrameCallback' in shown)) {
      isFresh = true;
      return;
    }
    shown.requestVideoFrameCallback(() => {
      if (mine !== watching) return;
      isFresh = true;
      follow(shown, mine);
    });
  }
  watch([camera.state, video], ([now, shown], before) => {
    watching++;
    isFresh = false;
    if (now.status !== 'open' || !shown) return;
    if (now !== before[0]) mirrored.value = !now.looksAway;
    shown.srcObject = now.stream;
    follow(shown, watching);
    // Refused only when the stream is gone again, which its state says.
    void shown.play().catch(() => undefined);
  });

  function fromCamera(shown: HTMLVideoElement, picture: PictureShape): Uint8Array<ArrayBuffer> | null {
    if (!isFresh) return null;
    const frame = reader.grab(shown, picture, mirrored.value);
    if (frame && 'requestVideoFrameCallback' in shown) isFresh = false;
    return frame?.pixels ?? null;
  }

  function fromGallery(picture: PictureShape, nowMs: number): Uint8Array<ArrayBuffer> | null {
    gallery.value = advanceGallery(gallery.value, pictures.value.length, nowMs);
    const { index, sinceMs } = gallery.value;
    const chosen = pictures.value.at(index);
    if (!chosen || (isStill.matches && chosen.canvas === given)) return null;
    given = chosen.canvas;
    const { width, height } = chosen.canvas;
    const part = seenPart(width, height, picture, isStill.matches ? null : nowMs - (sinceMs ?? nowMs));
    return reader.cut(chosen.canvas, part, picture, false)?.pixels ?? null;
  }

  const source: PictureSource = {
    next(picture, nowMs) {
      const isLive = camera.state.value.status === 'open';
      return isLive && video.value ? fromCamera(video.value, picture) : fromGallery(picture, nowMs);
    },
  };

  /** The gallery of another network: bytes of `picture` each. */
  function fill(pixels: readonly Uint8Array[], picture: PictureShape): void {
    drawn.value = pixels.map((one, i) => {
      const canvas = document.createElement('canvas');
      paintPicture(canvas, one, picture);
      return { key: ++keys, name: words('pictureOf', { index: i + 1 }), canvas };
    });
    gallery.value = startGallery;
    given = null;
  }

  const choose = (index: number): void => {
    gallery.value = choosePicture(gallery.value, index);
    given = null;
  };

  /** Takes a person's pictures; those that are none are said. */
  async function give(files: readonly File[]): Promise<void> {
    refused.value = null;
    for (const file of files) {
      try {
        const picture = { key: ++keys, name: file.name, canvas: await ownPicture(file) };
        own.value = [picture, ...own.value].slice(0, MOST_OWN);
        gallery.value = { index: 0, sinceMs: null, held: true };
        camera.close();
      } catch (error) {
        refused.value = error instanceof Error ? error : new Error(String(error));
      }
    }
  }

  onBeforeUnmount(() => watching++);

  return {
    camera,
    video,
    mirrored,
    pictures,
    gallery,
    refused,
    source,
    fill,
    choose,
    give,
  };
}

export type PictureRoom = ReturnType<typeof usePictureSource>;
