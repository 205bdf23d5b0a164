// Opens a camera of the device and says which ones there are. Frames go nowhere from here.
import { CameraError, cameraError, whyNoCamera, type CameraSurroundings } from './cameraError';

export interface CameraChoice {
  readonly id: string;
  readonly label: string;
}

export interface OpenedCamera {
  /** Whoever opened it stops its tracks. */
  readonly stream: MediaStream;
  /** Every camera of the device; their names are known once one is open. */
  readonly cameras: readonly CameraChoice[];
  readonly chosen: string;
  /** Whether it looks away from the person, as the one on the back of a phone does. */
  readonly looksAway: boolean;
}

/** Which one: by its id, or the side of a phone. */
export type WantedCamera = { readonly id: string } | { readonly side: 'front' | 'back' };

export type Devices = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;

/** More is scaled down at once anyway. */
const SIDES = { width: { ideal: 640 }, height: { ideal: 480 } };

/** Chromium's name of what the draft calls `permissionsPolicy`; absent elsewhere. */
function allowsCamera(): boolean {
  if (!('featurePolicy' in document)) return true;
  const policy: unknown = document.featurePolicy;
  if (typeof policy !== 'object' || policy === null || !('allowsFeature' in policy)) return true;
  const { allowsFeature } = policy;
  return typeof allowsFeature !== 'function' || Boolean(Reflect.apply(allowsFeature, policy, ['camera']));
}

export const surroundings = (): CameraSurroundings => ({
  secure: window.isSecureContext,
  allowed: allowsCamera(),
  host: location.host,
});

const isBack = (label: string): boolean => /\b(?:back|rear|environment)\b/i.test(label);

/** A name that a person understands, of what systems call their cameras. */
function nameOf(label: string, index: number): string {
  if (/facing (?:front|back)/i.test(label)) return isBack(label) ? 'Back camera' : 'Front camera';
  // Desktop browsers put the device's numbers behind the name.
  return label.replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)$/i, '') || `Camera ${index + 1}`;
}

/** Names that are all different. */
function choicesOf(devices: readonly MediaDeviceInfo[]): readonly CameraChoice[] {
  const names = devices.map(({ label }, i) => nameOf(label, i));
  return devices.map(({ deviceId }, i) => {
    const before = names.slice(0, i).filter((name) => name === names[i]).length;
    return { id: deviceId, label: before === 0 ? names[i] : `${names[i]} ${before + 1}` };
  });
}

/** @throws CameraError, in words, whatever the reason */
export async function openCamera(
  wanted: WantedCamera,
  devices: Devices | undefined = navigator.mediaDevices,
  around: CameraSurroundings = surroundings(),
): Promise<OpenedCamera> {
  const refused = whyNoCamera(around);
  if (refused) throw refused;
  if (!devices) throw new CameraError('This browser knows no cameras.', 'Give pictures as files.');
  const which =
    'id' in wanted
      ? { deviceId: { exact: wanted.id } }
      : { facingMode: { ideal: wanted.side === 'back' ? 'environment' : 'user' } };
  try {
    const stream = await devices.getUserMedia({ audio: false, video: { ...SIDES, ...which } });
    const [track] = stream.getVideoTracks();
    const { deviceId, facingMode } = track.getSettings();
    const cameras = (await devices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
    const looksAway = facingMode === undefined ? isBack(track.label) : facingMode === 'environment';
    return { stream, cameras: choicesOf(cameras), chosen: deviceId ?? '', looksAway };
  } catch (error) {
    throw cameraError(error);
  }
}
