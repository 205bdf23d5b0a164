// @vitest-environment happy-dom
// The camera without one: what is asked of the browser, what it refuses with, and when the camera is given back.
import { describe, expect, it } from 'vitest';
import { effectScope } from 'vue';
import { CameraError, cameraError, whyNoCamera } from './cameraError';
import { everyFrame } from '../../core/everyFrame';
import { FrameRate } from '../../core/frameRate';
import { openCamera, type OpenedCamera } from './openCamera';
import { useCamera } from './useCamera';

const AROUND = { secure: true, allowed: true, host: 'board.local' };

class FakeTrack {
  onended: (() => void) | null = null;
  stopped = false;
  readonly label = 'HD Webcam (046d:0825)';
  stop = (): void => {
    this.stopped = true;
  };
  getSettings = (): MediaTrackSettings => ({ deviceId: 'one' });
}

/** A stream of one track, as far as the camera looks at it. */
function fakeStream(track: FakeTrack): MediaStream {
  const stream = Object.create(null);
  stream.getTracks = stream.getVideoTracks = () => [track];
  return stream;
}

describe('what keeps a camera off is said', () => {
  it.each([
    [{ ...AROUND, secure: false }, /board\.local is open over plain HTTP/],
    [{ ...AROUND, allowed: false }, /keeps cameras off/],
  ])('%j', (around, words) => {
    expect(whyNoCamera(around)?.message).toMatch(words);
  });

  it('nothing, where the page may ask', () => {
    expect(whyNoCamera(AROUND)).toBeNull();
  });

  it.each([
    ['NotAllowedError', /was refused/],
    ['NotFoundError', /no camera/],
    ['NotReadableError', /another program/],
    ['OverconstrainedError', /is gone/],
    ['AbortError', /does not start \(why\)/],
  ])('%s', async (name, words) => {
    const getUserMedia = () => Promise.reject(new DOMException('why', name));
    const opening = openCamera(
      { side: 'front' },
      { getUserMedia, enumerateDevices: () => Promise.resolve([]) },
      AROUND,
    );
    await expect(opening).rejects.toThrow(words);
    await expect(opening).rejects.toBeInstanceOf(CameraError);
  });

  it('a sentence that there is already stays', () => {
    const known = new CameraError('a', 'b');
    expect(cameraError(known)).toBe(known);
  });
});

it('opens the side that is wanted, with picture and no sound, and names every camera differently', async () => {
  const asked: MediaStreamConstraints[] = [];
  const device = (
    deviceId: string,
    label: string,
    kind: MediaDeviceKind = 'videoinput',
  ): MediaDeviceInfo => ({
    ...{ deviceId, label, kind, groupId: '' },
    toJSON: () => null,
  });
  const opened = await openCamera(
    { side: 'back' },
    {
      getUserMedia: (constraints = {}) => {
        asked.push(constraints);
        return Promise.resolve(fakeStream(new FakeTrack()));
      },
      enumerateDevices: () =>
        Promise.resolve([
          device('one', 'HD Webcam (046d:0825)'),
          device('sound', 'Microphone', 'audioinput'),
          device('two', 'camera2 0, facing back'),
          device('three', 'camera2 2, facing back'),
          device('four', ''),
        ]),
    },
    AROUND,
  );
  expect(asked).toMatchObject([{ audio: false, video: { facingMode: { ideal: 'environment' } } }]);
  expect(opened.cameras.map(({ label }) => label)).toEqual([
    'HD Webcam',
    'Back camera',
    'Back camera 2',
    'Camera 4',
  ]);
  expect(opened).toMatchObject({ chosen: 'one', looksAway: false });
});

/** A camera in a scope of its own, whose openings are answered by hand. */
function hand() {
  const waiting: ((opened: OpenedCamera) => void)[] = [];
  const scope = effectScope();
  const camera = scope.run(() => useCamera(() => new Promise((resolve) => waiting.push(resolve))));
  if (!camera) throw new Error('The scope ran nothing.');
  const answer = async (index: number): Promise<FakeTrack> => {
    const track = new FakeTrack();
    waiting[index]({ stream: fakeStream(track), cameras: [], chosen: 'one', looksAway: false });
    await Promise.resolve();
    await Promise.resolve();
    return track;
  };
  return { camera, scope, waiting, answer };
}

const hide = (hidden: boolean): void => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('the camera is given back', () => {
  it('when it is closed, and when its component goes', async () => {
    const { camera, scope, answer } = hand();
    void camera.open();
    expect(camera.state.value.status).toBe('opening');
    const first = await answer(0);
    expect(camera.state.value.status).toBe('open');
    camera.close();
    expect([first.stopped, camera.state.value.status]).toEqual([true, 'closed']);
    void camera.open();
    const second = await answer(1);
    scope.stop();
    expect(second.stopped).toBe(true);
  });

  it('while nobody sees the page, and comes again by itself', async () => {
    const { camera, scope, waiting, answer } = hand();
    void camera.open();
    const first = await answer(0);
    hide(true);
    expect([first.stopped, camera.state.value.status]).toEqual([true, 'resting']);
    hide(false);
    expect(waiting).toHaveLength(2);
    await answer(1);
    expect(camera.state.value.status).toBe('open');
    scope.stop();
    hide(true);
    hide(false);
    expect(waiting).toHaveLength(2);
  });

  it('when it comes after it was closed', async () => {
    const { camera, scope, answer } = hand();
    void camera.open();
    camera.close();
    const late = await answer(0);
    expect([late.stopped, camera.state.value.status]).toEqual([true, 'closed']);
    scope.stop();
  });

  it('and one that is taken away says so', async () => {
    const { camera, scope, answer } = hand();
    void camera.open();
    (await answer(0)).onended?.();
    expect(camera.state.value).toMatchObject({
      status: 'failed',
      error: { message: 'The camera was taken away.' },
    });
    scope.stop();
  });
});

describe('frames', () => {
  it('come one after the other, until stopped or one fails', async () => {
    const moments: (() => void)[] = [];
    const failures: unknown[] = [];
    let taken = 0;
    const take = (): Promise<void> => (++taken === 3 ? Promise.reject(new Error('no')) : Promise.resolve());
    everyFrame(
      (call) => moments.push(call),
      take,
      (error) => failures.push(error),
    );
    for (let i = 0; i < 4; i++) {
      moments.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
    }
    expect([taken, moments.length, failures]).toEqual([3, 0, [new Error('no')]]);
    const stop = everyFrame((call) => moments.push(call), take, String);
    stop();
    moments.shift()?.();
    expect(taken).toBe(3);
  });

  it('a second are counted over two seconds, with the median of what one took', () => {
    const rate = new FrameRate();
    expect(rate.add(0, 30)).toEqual({ perSecond: null, latencyMs: 30 });
    for (let i = 1; i <= 50; i++) rate.add(100 * i, i % 2 === 0 ? 20 : 40);
    const { perSecond, latencyMs } = rate.add(5100, 20);
    expect(perSecond).toBeCloseTo(10);
    expect(latencyMs).toBe(20);
  });
});
