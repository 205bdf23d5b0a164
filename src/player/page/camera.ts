// The camera of whoever opens the page: its frames as bytes that the network takes, one at a time, and why there are none. It is
// given back while nobody sees the page. Frames go nowhere from here.
import { everyFrame } from '../../core/everyFrame';
import { FrameRate, type FrameFigures } from '../../core/frameRate';
import { middleCrop, writeChannels, type PictureShape } from '../../core/pictureFit';
import { button, element } from './dom';
import type { Say } from './texts';
import type { Texts } from './texts/en';

interface CameraJob {
  readonly shape: PictureShape;
  readonly say: Say;
  /** Takes a frame; the next one comes when it is done. */
  readonly take: (pixels: Uint8Array) => Promise<void>;
  readonly figures: (figures: FrameFigures) => void;
  /** What the person is told; nothing once it goes well. */
  readonly tell: (text: string) => void;
}

export interface Camera {
  /** The buttons, and the video that frames are taken of. */
  readonly elements: readonly HTMLElement[];
  close(): void;
}

/** More is scaled down at once anyway. */
const SIDES = { width: { ideal: 640 }, height: { ideal: 480 } };
/** Names of failures: https://www.w3.org/TR/mediacapture-streams/ */
const WHY: Readonly<Record<string, keyof Texts>> = {
  NotAllowedError: 'cameraRefused',
  NotFoundError: 'cameraMissing',
  NotReadableError: 'cameraBusy',
};

function reasonOf(error: unknown, say: Say): string {
  const [name, reason] = error instanceof Error ? [error.name, error.message] : ['', String(error)];
  const said = Object.hasOwn(WHY, name) ? say(WHY[name]) : say('cameraFails', { reason: reason || name });
  const asFile = name === 'NotAllowedError' && location.protocol === 'file:';
  return asFile ? `${said} ${say('cameraAsFile')}` : said;
}

/** Whether a camera looks away from the person, as the one on the back of a phone does; the others are shown as a mirror. */
const looksAway = (track: MediaStreamTrack): boolean =>
  (track.getSettings().facingMode ?? track.label).search(/environment|back|rear/i) >= 0;

export function camera({ shape, say, take, figures, tell }: CameraJob): Camera {
  const [height, width, channels] = shape;
  const canvas = element('canvas', { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  // Browsers paint no video that stands nowhere.
  const video = element('video', { className: 'camera', muted: true, playsInline: true, ariaHidden: 'true' });
  let stream: MediaStream | null = null;
  let stop: (() => void) | null = null;
  let isOn = false;
  let mirrored = true;
  /** Of a camera that rests until the page is seen again, and of the one that is asked for next. */
  let resting = false;
  let wanted: MediaTrackConstraints = { facingMode: 'user' };
  /** Counts what was asked for, so that an answer that comes late is known. */
  let asked = 0;

  function grab(): Uint8Array | null {
    if (!pen || video.videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    const part = middleCrop(video.videoWidth, video.videoHeight, width / height);
    pen.imageSmoothingQuality = 'high';
    pen.setTransform(mirrored ? -1 : 1, 0, 0, 1, mirrored ? width : 0, 0);
    pen.drawImage(video, part.left, part.top, part.width, part.height, 0, 0, width, height);
    const pixels = new Uint8Array(height * width * channels);
    writeChannels(pen.getImageData(0, 0, width, height).data, 4, channels, pixels);
    return pixels;
  }

  function close(): void {
    asked++;
    isOn = false;
    stop?.();
    stop = null;
    resting = false;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    toggle.textContent = say('startCamera');
    other.hidden = true;
  }

  function failed(error: unknown): void {
    close();
    tell(reasonOf(error, say));
  }

  function follow(): void {
    const rate = new FrameRate();
    let seen = -1;
    stop = everyFrame(
      requestAnimationFrame,
      async () => {
        if (video.currentTime === seen) return;
        const pixels = grab();
        if (!pixels) return;
        seen = video.currentTime;
        const startedMs = performance.now();
        await take(pixels);
        const endMs = performance.now();
        figures(rate.add(endMs, endMs - startedMs));
      },
      failed,
    );
  }

  async function open(): Promise<void> {
    close();
    tell('');
    const mine = asked;
    isOn = true;
    toggle.textContent = say('stopCamera');
    try {
      const opened = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { ...SIDES, ...wanted },
      });
      const [track] = opened.getVideoTracks();
      if (mine !== asked) return track.stop();
      stream = opened;
      track.onended = () => failed(new DOMException('', 'NotReadableError'));
      mirrored = !looksAway(track);
      video.srcObject = opened;
      const devices = await navigator.mediaDevices.enumerateDevices();
      if (mine !== asked) return;
      const ids = devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId);
      other.hidden = ids.length < 2;
      const next = ids[(ids.indexOf(track.getSettings().deviceId ?? '') + 1) % ids.length];
      other.onclick = () => {
        wanted = { deviceId: { exact: next } };
        void open();
      };
      follow();
      await video.play();
    } catch (error) {
      // `play` is refused, too, when the camera was closed meanwhile.
      if (mine === asked) failed(error);
    }
  }

  const toggle = button(say('startCamera'), 'button', () => {
    if (!('mediaDevices' in navigator)) tell(say('cameraNone'));
    else if (isOn) close();
    else void open();
  });
  const other = button(say('otherCamera'), 'button', () => undefined);
  other.hidden = true;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && stream) {
      close();
      resting = true;
    } else if (!document.hidden && resting) void open();
  });
  return { elements: [toggle, other, video], close };
}
