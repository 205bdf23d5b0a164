// A camera in a component: opened when asked, given back when closed, when the component goes, and while the page is hidden.
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { CameraError, cameraError } from './cameraError';
import { openCamera, type OpenedCamera, type WantedCamera } from './openCamera';

export type CameraState =
  | { readonly status: 'closed' }
  | { readonly status: 'opening' }
  | ({ readonly status: 'open' } & OpenedCamera)
  /** Given back because nobody sees the page; it comes again by itself. */
  | { readonly status: 'resting' }
  | { readonly status: 'failed'; readonly error: CameraError };

export interface Camera {
  readonly state: Readonly<ShallowRef<CameraState>>;
  open(wanted?: WantedCamera): Promise<void>;
  close(): void;
}

/** @param start opens one; in tests another */
export function useCamera(start: (wanted: WantedCamera) => Promise<OpenedCamera> = openCamera): Camera {
  const state = shallowRef<CameraState>({ status: 'closed' });
  let last: WantedCamera = { side: 'front' };
  /** Counts what was asked for, so that an answer that comes late is known. */
  let asked = 0;

  function giveBack(next: CameraState): void {
    asked++;
    const before = state.value;
    state.value = next;
    if (before.status !== 'open') return;
    for (const track of before.stream.getTracks()) {
      track.onended = null;
      track.stop();
    }
  }

  async function open(wanted: WantedCamera = last): Promise<void> {
    last = wanted;
    giveBack({ status: 'opening' });
    const mine = asked;
    try {
      const opened = await start(wanted);
      if (mine !== asked) {
        for (const track of opened.stream.getTracks()) track.stop();
        return;
      }
      for (const track of opened.stream.getTracks()) {
        track.onended = () =>
          giveBack({
            status: 'failed',
            error: new CameraError(
              'The camera was taken away.',
              'Connect it or allow it, and start it again.',
            ),
          });
      }
      state.value = { status: 'open', ...opened };
    } catch (error) {
      if (mine === asked) state.value = { status: 'failed', error: cameraError(error) };
    }
  }

  function seen(): void {
    const { status } = state.value;
    if (document.hidden && status === 'open') giveBack({ status: 'resting' });
    else if (!document.hidden && status === 'resting') void open();
  }
  document.addEventListener('visibilitychange', seen);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', seen);
    giveBack({ status: 'closed' });
  });

  return { state, open, close: () => giveBack({ status: 'closed' }) };
}
