// What stands between a board and its kiosk page, as checked data: which model the board holds (models/kiosk.json,
// beside the page) and what the board lets the page do (models/board.json). Addresses are relative to index.html.
// An uploader sends the model file first and kiosk.json last, each by PUT to its own address; servers write beside the old file and rename.
import { GanvasError } from './errors';
import { PREPARATIONS, type PictureShape, type Preparation } from './pictureFit';

/** Addresses that page and server agree on, relative to index.html. */
export const KIOSK_PATHS = {
  /** The kiosk page: kiosk/index.html. */
  page: 'kiosk/',
  /** The manifest; polled by the page, never cached. */
  manifest: 'models/kiosk.json',
  /** What the board allows; absent means nothing. */
  board: 'models/board.json',
  /** Model files and the manifest are PUT here. */
  incoming: 'models/',
  /** Images of the board's model are PUT below this where the board allows it. */
  results: 'results/',
} as const;

/** Formats that the kiosk reads: TensorFlow Lite files, float32, float16, int8 or 4-bit. */
export const KIOSK_FORMATS = ['tflite'] as const;
export type KioskFormat = (typeof KIOSK_FORMATS)[number];

/** The largest model that a board takes, in bytes; servers set the same limit. */
export const MAX_MODEL_BYTES = 32 * 2 ** 20;
/** The largest manifest, in bytes. */
export const MAX_MANIFEST_BYTES = 16 * 2 ** 10;

/** Longest side of a picture, in pixels. */
const MOST_SIDE = 512;
/** Numbers of a picture of 512 x 512 with four channels. */
const MOST_LATENTS = 2 ** 20;
const MOST_BLOCK = 64;

/** Draws from noise, turns pictures into pictures, or gives pictures names. */
export const KIOSK_KINDS = ['generator', 'translator', 'classifier'] as const;
export type KioskKind = (typeof KIOSK_KINDS)[number];

export interface KioskManifest {
  readonly version: 1;
  /** Shown to people. */
  readonly name: string;
  /** File beside the manifest: letters, digits, `-`, `_` and `.`, no folders. */
  readonly file: string;
  readonly format: KioskFormat;
  /** What the network does; manifests that do not say are of generators. */
  readonly kind?: KioskKind;
  readonly bytes: number;
  /** Of the file, 64 hexadecimal digits in lower case. */
  readonly sha256: string;
  /** Numbers of noise that the generator takes, without the class; of a network from image to image those of its picture. */
  readonly latent: number;
  /** Classes that a generator takes behind the noise as one-of-n, 0 for none; of a classifier those whose shares it gives. */
  readonly classes: number;
  /** [height, width, channels] of what is shown, channels 1 (grey) or 3 (RGB): what it draws; of a classifier the picture that it takes. */
  readonly image: PictureShape;
  /** [height, width, channels] of the pictures that a translator takes; of no other kind. */
  readonly picture?: PictureShape;
  /** What becomes of a translator's pictures before it takes them, where they do not go in as they are. */
  readonly preparation?: Preparation;
  /** What black and white are in its output. */
  readonly range: readonly [number, number];
  /** One name a class, where there are better ones than numbers. */
  readonly classNames?: readonly string[];
}

/** What a board allows its kiosk page. */
export interface BoardSettings {
  readonly version: 1;
  /** Images may be PUT as `results/result_im_1.png` and so on. */
  readonly saveResults: boolean;
}

/** A manifest, or the model that it names, is not what this page can run. */
export class KioskModelError extends GanvasError {}

const HINT = 'Export the model for a board again and send it again.';

const fail = (problem: string): never => {
  throw new KioskModelError(problem, HINT);
};

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function whole(fields: Fields, name: string, least: number, most: number): number {
  const value = fields[name];
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  return fail(`The manifest's ${name} must be a whole number from ${least} to ${most}, not ${shown(value)}.`);
}

function text(fields: Fields, name: string, pattern: RegExp): string {
  const value = fields[name];
  if (typeof value === 'string' && pattern.test(value)) return value;
  return fail(`The manifest's ${name} must match ${pattern.source}, not ${shown(value)}.`);
}

function imageOf(value: unknown, name: string): PictureShape {
  const sides: readonly unknown[] = Array.isArray(value) ? value : [];
  const fits = (side: unknown, most: number): side is number =>
    typeof side === 'number' && Number.isInteger(side) && side >= 1 && side <= most;
  const [height, width, channels] = sides;
  const known = channels === 1 || channels === 3;
  if (sides.length === 3 && fits(height, MOST_SIDE) && fits(width, MOST_SIDE) && known)
    return [height, width, channels];
  return fail(
    `The manifest's ${name} must be [height, width, 1 or 3] with sides up to ${MOST_SIDE}, not ${shown(value)}.`,
  );
}

function kindOf(value: unknown): KioskKind | undefined {
  const kind = KIOSK_KINDS.find((known) => known === value);
  return kind || value === undefined
    ? kind
    : fail(`The manifest's kind must be ${KIOSK_KINDS.join(' or ')}, not ${shown(value)}.`);
}

function preparationOf(value: unknown): Preparation | undefined {
  if (value === undefined) return undefined;
  if (!isFields(value)) return fail(`The manifest's preparation must be an object, not ${shown(value)}.`);
  if (value.kind === 'lightness') return { kind: 'lightness' };
  if (value.kind === 'coarse') return { kind: 'coarse', block: whole(value, 'block', 1, MOST_BLOCK) };
  return fail(`The manifest's preparation must be ${PREPARATIONS.join(' or ')}, not ${shown(value.kind)}.`);
}

/** What stands in the manifests of translators and classifiers beside the rest, which must agree with it. */
function pictureFields(value: Fields, kind: KioskKind | undefined, latent: number, image: PictureShape) {
  if (kind === undefined) return {};
  if (kind === 'generator') return { kind };
  const picture = kind === 'translator' ? imageOf(value.picture, 'picture') : image;
  const preparation = kind === 'translator' ? preparationOf(value.preparation) : undefined;
  const taken = picture[0] * picture[1] * (preparation?.kind === 'lightness' ? 1 : picture[2]);
  if (latent !== taken)
    fail(`The manifest's latent must be the ${taken} numbers of its picture, not ${shown(latent)}.`);
  if (preparation?.kind === 'lightness' && picture[2] !== 3)
    fail(
      `The manifest's picture must have three channels, of which the lightness is taken, not ${shown(picture)}.`,
    );
  return { kind, ...(kind === 'translator' && { picture }), ...(preparation && { preparation }) };
}

function rangeOf(value: unknown): KioskManifest['range'] {
  const [low, high]: readonly unknown[] = Array.isArray(value) ? value : [];
  if (typeof low === 'number' && typeof high === 'number' && low < high) return [low, high];
  return fail(`The manifest's range must be two numbers, black and white, not ${shown(value)}.`);
}

function namesOf(value: unknown, classes: number): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const isName = (name: unknown): name is string => typeof name === 'string' && name.length <= 40;
  if (Array.isArray(value) && value.length === classes && value.every(isName)) return value;
  return fail(`The manifest's classNames must be ${classes} short texts, not ${shown(value)}.`);
}

/** A file name that cannot leave its folder. */
export const SAFE_FILE_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;

/**
 * Reads a manifest out of parsed JSON.
 * @throws KioskModelError naming the field that is wrong
 */
export function readKioskManifest(value: unknown): KioskManifest {
  if (!isFields(value)) return fail(`The manifest must be an object, not ${shown(value)}.`);
  if (value.version !== 1) return fail(`The manifest's version must be 1, not ${shown(value.version)}.`);
  const format = KIOSK_FORMATS.find((known) => known === value.format);
  if (!format)
    return fail(`The manifest's format must be ${KIOSK_FORMATS.join(' or ')}, not ${shown(value.format)}.`);
  const kind = kindOf(value.kind);
  const [fewest, most] = kind === 'classifier' ? [1, 1000] : [0, kind === 'translator' ? 0 : 1000];
  const classes = whole(value, 'classes', fewest, most);
  const latent = whole(value, 'latent', 1, MOST_LATENTS);
  const image = imageOf(value.image, 'image');
  const classNames = namesOf(value.classNames, classes);
  return {
    version: 1,
    name: text(value, 'name', /^.{1,80}$/),
    file: text(value, 'file', SAFE_FILE_NAME),
    format,
    bytes: whole(value, 'bytes', 1, MAX_MODEL_BYTES),
    sha256: text(value, 'sha256', /^[0-9a-f]{64}$/),
    latent,
    classes,
    image,
    ...pictureFields(value, kind, latent, image),
    range: rangeOf(value.range),
    ...(classNames && { classNames }),
  };
}

/** The pictures that it takes; null of what draws from noise. */
export function pictureOf({
  kind = 'generator',
  picture,
  image,
}: Pick<KioskManifest, 'kind' | 'picture' | 'image'>): PictureShape | null {
  if (kind === 'generator') return null;
  return kind === 'translator' ? (picture ?? null) : image;
}

/** What a board that says nothing allows. */
export const CLOSED_BOARD: BoardSettings = { version: 1, saveResults: false };

/** Reads what a board allows; anything unknown allows nothing. */
export function readBoardSettings(value: unknown): BoardSettings {
  if (!isFields(value) || value.version !== 1) return CLOSED_BOARD;
  return { version: 1, saveResults: value.saveResults === true };
}

/** Name of the image number `n`, counted from 1, as the published application names it. */
export const resultFileName = (n: number): string => `result_im_${n}.png`;
