// What a file's name says before anything of it is read: a picture to decode, or why it is left out.
import { PICTURE_ENDINGS } from '../../core/pictureFit';

const DECODED = /\.(png|apng|jpe?g|jpe|jfif|pjpeg|pjp|webp|gif|bmp|avif)$/i;

/** What is no picture that browsers decode, with the way out. The first that fits counts. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)(__MACOSX\/|\.(?!\.?\/)|thumbs\.db$|desktop\.ini$)/i, 'belongs to the system, no picture of yours'],
  [/\.tiff?$/i, 'TIFF, which browsers do not decode: save it as PNG'],
  [/\.hei[cf]$/i, 'HEIC, which browsers do not decode: save it as JPEG'],
  [/\.svgz?$/i, 'SVG, a drawing without pixels: save it as PNG'],
  [/\.(cr2|cr3|nef|arw|dng|orf|rw2|raf)$/i, 'a raw photograph: save it as JPEG'],
  [/\.(psd|xcf|kra)$/i, 'a document of a paint program: save it as PNG'],
  [/\.zip$/i, 'a zip inside a zip: unpack it first'],
  [/\.(rar|7z|tar|t?gz|bz2|xz|zst)$/i, 'another archive: pack the pictures as zip'],
];

/** What the file picker offers. */
export const IMAGE_ENDINGS: readonly string[] = [...PICTURE_ENDINGS, '.zip'];

/** Why a file is left out by its name; null for one that is decoded. */
export function whyLeftOut(path: string): string | null {
  const system = REASONS[0];
  if (system[0].test(path)) return system[1];
  if (DECODED.test(path)) return null;
  const ending = /\.[^./]{1,12}$/.exec(path)?.[0];
  const [, reason] = REASONS.find(([pattern]) => pattern.test(path)) ?? [];
  return (
    reason ??
    (ending ? `${ending} is no kind of picture that is read` : 'its name has no ending, such as .png')
  );
}
