// Why a camera gives no picture, in words, with what helps. Names of failures: https://www.w3.org/TR/mediacapture-streams/
import { GanvasError } from '../../core/errors';

/** The camera gives no picture. */
export class CameraError extends GanvasError {}

/** What of the page decides whether it may ask at all. */
export interface CameraSurroundings {
  /** HTTPS or this very device. */
  readonly secure: boolean;
  /** Whether the policy of the server, or of a page around this one, lets it ask. */
  readonly allowed: boolean;
  readonly host: string;
}

const WHY: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  NotAllowedError: [
    'The camera was refused: the browser or the system does not let this page use it.',
    'Allow it by the sign in the address bar, or in the settings of the system, and start the camera again.',
  ],
  NotFoundError: ['This device has no camera.', 'Connect one, or give pictures as files.'],
  NotReadableError: [
    'The camera cannot be read: another program or tab has it.',
    'Close what uses it and start the camera again.',
  ],
  OverconstrainedError: ['The camera that was chosen is gone.', 'Choose another one.'],
};

/** Why the page may not even ask; null when it may. */
export function whyNoCamera({ secure, allowed, host }: CameraSurroundings): CameraError | null {
  if (!secure) {
    return new CameraError(
      `Browsers give cameras to pages over HTTPS or of this device only; ${host} is open over plain HTTP.`,
      'Open it over HTTPS, or give pictures as files.',
    );
  }
  if (allowed) return null;
  return new CameraError(
    'The server, or the page that shows this one in a frame, keeps cameras off (Permissions-Policy).',
    'Open the page by itself, or have its owner allow camera=(self).',
  );
}

/** What `getUserMedia` refused with, in words. */
export function cameraError(error: unknown): CameraError {
  if (error instanceof CameraError) return error;
  const name = error instanceof Error ? error.name : '';
  const [message, hint] = WHY[name] ?? [
    `The camera does not start (${error instanceof Error ? error.message || name : String(error)}).`,
    'Start it again, or give pictures as files.',
  ];
  return new CameraError(message, hint);
}
