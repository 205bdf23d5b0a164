// What the kiosk's worker does: loads models only after checking them, draws, sees pictures, measures, writes PNG files. The model that
// runs stays until a new one has drawn an image.
import { inputShape, outputShape } from '../graph/edges';
import { multiplyAdds, parameterCount } from '../graph/facts';
import { volume } from '../graph/graph';
import { GanvasError } from '../core/errors';
import { KioskModelError, type KioskManifest } from '../core/kioskManifest';
import { normalArray } from '../core/random';
import type { OnThread } from '../core/threadPatience';
import { sha256Hex } from '../datasets/sha256';
import { encodePng } from '../exporters/formats/png';
import type { Drawn, KioskReplies, KioskRequest, LoadedModel, Measured, Seen } from '../protocol/kiosk';
import { readTfliteModel, type ReadModel } from '../readers/tflite/model';
import { galleryPictures } from './gallery';
import { numbersOf, seePicture, toPixels } from './pictureWork';
import type { Painter } from './painter';
import { openBest, openRuntime } from './runtimes';

const HINT = 'Export the model for a board again and send it again.';
/** Images drawn before any is timed, and the most that are timed. */
const WARM_IMAGES = 5;
const MOST_TIMES = 400;
const FEWEST_TIMES = 5;

interface Running {
  readonly manifest: KioskManifest;
  readonly painter: Painter;
}

/** @throws KioskModelError for whatever the reader says of the file */
function readFile(bytes: Uint8Array): ReadModel {
  try {
    return readTfliteModel(bytes);
  } catch (error) {
    if (error instanceof GanvasError) throw new KioskModelError(error.message, HINT);
    throw error;
  }
}

/** Reads the file and holds it against its manifest. @throws KioskModelError */
export async function checkedModel(
  manifest: KioskManifest,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadModel> {
  if (bytes.length !== manifest.bytes) {
    throw new KioskModelError(`${manifest.file} has ${bytes.length} bytes of ${manifest.bytes}.`, HINT);
  }
  if ((await sha256Hex(bytes)) !== manifest.sha256) {
    throw new KioskModelError(`${manifest.file} is not the file that was sent: its checksum differs.`, HINT);
  }
  const model = readFile(bytes);
  const [input, output] = [inputShape(model.graph), outputShape(model.graph)];
  const wanted = numbersOf(manifest);
  // A network from image to image takes its picture as it is, or as a list of as many numbers.
  const fits = [1, 3].includes(input.length) && volume(input) === wanted.input;
  if (!fits || output.join() !== wanted.output.join()) {
    throw new KioskModelError(
      `${manifest.file} makes [${output.join(', ')}] of [${input.join(', ')}];` +
        ` its manifest says [${wanted.output.join(', ')}] of [${wanted.input}].`,
      HINT,
    );
  }
  return model;
}

/** What it makes of one input of a seed must be numbers. */
async function tryOut(painter: Painter, manifest: KioskManifest): Promise<void> {
  const { input, output } = numbersOf(manifest);
  const drawn = await painter.paint(normalArray(input, 1), 1);
  if (drawn.length === volume(output) && drawn.every(Number.isFinite)) return;
  const { file, kind } = manifest;
  const problem = kind === 'classifier' ? `${file} names nothing.` : `${file} draws what is no image.`;
  throw new KioskModelError(problem, HINT);
}

async function timeImages(painter: Painter, size: number, forMs: number): Promise<number[]> {
  const latents = normalArray(size, 3);
  for (let i = 0; i < WARM_IMAGES; i++) await painter.paint(latents, 1);
  const times: number[] = [];
  const end = performance.now() + forMs;
  while (times.length < FEWEST_TIMES || (performance.now() < end && times.length < MOST_TIMES)) {
    const start = performance.now();
    await painter.paint(latents, 1);
    times.push(performance.now() - start);
  }
  return times;
}

type Request<K extends KioskRequest['kind']> = Extract<KioskRequest, { kind: K }>;

export class KioskRequests {
  #running: Running | null = null;

  /** @param onThread hears before and after each thread that a runtime makes */
  constructor(private readonly onThread?: OnThread) {}

  /** Answers one request. @throws GanvasError; what runs goes on */
  async answer(request: KioskRequest): Promise<KioskReplies[keyof KioskReplies]> {
    switch (request.kind) {
      case 'load':
        return this.#load(request);
      case 'draw':
        return this.#draw(request);
      case 'picture':
        return this.#picture(request);
      case 'gallery':
        return galleryPictures(request.picture);
      case 'measure':
        return this.#measure(request);
      case 'png': {
        const [height, width, channels] = request.image;
        return request.images.map((pixels) => encodePng({ height, width, channels, pixels }));
      }
    }
  }

  async #load({ manifest, bytes }: Request<'load'>): Promise<LoadedModel> {
    const model = await checkedModel(manifest, new Uint8Array(bytes));
    const painter = await openBest(model, this.onThread);
    try {
      await tryOut(painter, manifest);
    } catch (error) {
      painter.dispose();
      throw error;
    }
    this.#running?.painter.dispose();
    this.#running = { manifest, painter };
    return {
      runtime: painter.facts,
      weights: model.weights,
      parameters: parameterCount(model.graph),
      multiplyAdds: multiplyAdds(model.graph),
    };
  }

  #loaded(): Running {
    if (this.#running) return this.#running;
    throw new KioskModelError('No model is loaded.', 'Reload the page.');
  }

  async #picture({ pixels }: Request<'picture'>): Promise<Seen> {
    const { painter, manifest } = this.#loaded();
    const start = performance.now();
    const outcome = await seePicture(manifest, pixels, (input) => painter.paint(input, 1));
    return { outcome, milliseconds: performance.now() - start, memoryBytes: painter.memoryBytes };
  }

  async #draw({ inputs, rows }: Request<'draw'>): Promise<Drawn> {
    const { painter, manifest } = this.#loaded();
    const start = performance.now();
    const values = await painter.paint(inputs, rows);
    const milliseconds = performance.now() - start;
    return { pixels: toPixels(values, manifest.range), milliseconds, memoryBytes: painter.memoryBytes };
  }

  async #measure({ runtime, manifest, bytes, forMs }: Request<'measure'>): Promise<Measured> {
    const start = performance.now();
    const file = new Uint8Array(bytes);
    const model = await checkedModel(manifest, file);
    const painter = await openRuntime(runtime, file, model, this.onThread);
    try {
      await tryOut(painter, manifest);
      const startMs = performance.now() - start;
      const times = await timeImages(painter, numbersOf(manifest).input, forMs);
      return { label: painter.facts.label, threads: painter.facts.threads, times, startMs };
    } finally {
      painter.dispose();
    }
  }
}
