// The kiosk page in stories: a board of its own for each, and what a person sees there.
import { expect, type Page } from '@playwright/test';
import { chain, type LayerSpec, type NetworkSpec } from '../../src/core/network';
import { buildGraph } from '../../src/graph/buildGraph';
import { calibrate } from '../../src/graph/calibration';
import { runFloatGraph } from '../../src/graph/floatReference';
import { quantizeGraph } from '../../src/graph/int8Graph';
import { writeTflite } from '../../src/exporters/formats/tflite';
import { floatTfliteModel } from '../../src/exporters/tflite/floatModel';
import { int8TfliteModel } from '../../src/exporters/tflite/int8Model';
import { seededInputs, seededWeights, TINY_GENERATOR } from '../../src/testing/exportModels';
import { Board, type BoardModel } from './board';
import { test as base } from './stories';

export class KioskPage {
  constructor(
    readonly page: Page,
    readonly board: Board,
  ) {}

  async open(query = ''): Promise<void> {
    await this.page.goto(`${this.board.url}kiosk/${query}`);
  }

  get root() {
    return this.page.locator('.kiosk');
  }
  get tiles() {
    return this.page.getByRole('button', { name: /tile \d+/ });
  }
  /** What the network was given, and what it makes of it. */
  get picture() {
    return this.page.getByRole('img', { name: 'The picture' });
  }
  get made() {
    return this.page.getByRole('img', { name: 'What the network makes of it' });
  }
  get alert() {
    return this.page.getByRole('alert');
  }

  async expectImages(source: 'board' | 'built-in' | 'stored'): Promise<void> {
    await expect(this.root).toHaveAttribute('data-model', source);
    await this.expectDrawing();
  }

  /** Images drawn so far; the page counts them. */
  async images(): Promise<number> {
    return Number(await this.root.getAttribute('data-images'));
  }

  async expectDrawing(): Promise<void> {
    const before = await this.images();
    await expect.poll(() => this.images(), 'ten images more are drawn').toBeGreaterThan(before + 10);
  }

  /** Pixels of a tile, red channel. */
  async pixels(index: number): Promise<number[]> {
    return this.tiles
      .nth(index)
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
        return Array.from(image?.data.filter((_, i) => i % 4 === 0) ?? []);
      });
  }
}

export const test = base.extend<{ board: Board; kiosk: KioskPage }>({
  board: async ({ page }, use) => {
    const board = await Board.start();
    await use(board);
    await page.close(); // before the board goes, or the page would say so
    await board.stop();
  },
  kiosk: async ({ page, board }, use) => use(new KioskPage(page, board)),
});

const PORTS = { input: 'latent', output: 'image' };
const tinyGraph = buildGraph(TINY_GENERATOR, seededWeights(TINY_GENERATOR, 9));
const tiny = { latent: 16, classes: 0, image: [12, 12, 3] };

/** A generator of 12 x 12 colour images, untrained. */
export const tinyFloatModel = (): BoardModel => ({
  ...tiny,
  bytes: writeTflite(floatTfliteModel(tinyGraph, 'float32', PORTS)),
});

/** The same in full integers. */
export async function tinyInt8Model(): Promise<BoardModel> {
  const inputs = seededInputs(TINY_GENERATOR, 4);
  const calibration = await calibrate(tinyGraph, inputs, 4, 'min-max', runFloatGraph);
  const bytes = writeTflite(int8TfliteModel(quantizeGraph(tinyGraph, calibration), 'int8', PORTS));
  return { ...tiny, bytes };
}

const floatFile = (spec: NetworkSpec): Uint8Array =>
  writeTflite(floatTfliteModel(buildGraph(spec, seededWeights(spec, 9)), 'float32', PORTS));
const conv = (filters: number, stride = 1): LayerSpec => ({ kind: 'conv2d', filters, kernel: 3, stride });
const SIDE = 32;

/** Colour to colour at 32 pixels, untrained. */
export function tinyTranslator(): BoardModel {
  const image = [SIDE, SIDE, 3] as const;
  const spec = chain('generator', image, [
    ...[conv(8), { kind: 'instanceNorm' } as const, conv(3)],
    { kind: 'activation', fn: 'tanh' },
  ]);
  const told = { kind: 'translator', picture: image } as const;
  return { latent: 3 * SIDE * SIDE, classes: 0, image, bytes: floatFile(spec), told };
}

/** Three names for grey pictures of 32 pixels, untrained. */
export function tinyClassifier(): BoardModel {
  const spec = chain(
    'classifier',
    [SIDE, SIDE, 1],
    [
      ...[conv(4, 2), { kind: 'activation', fn: 'relu' } as const, { kind: 'globalAveragePool' } as const],
      ...[{ kind: 'dense', units: 3 } as const, { kind: 'softmax' } as const],
    ],
  );
  const told = { kind: 'classifier', classNames: ['daisy', 'rose', 'tulip'] } as const;
  return { latent: SIDE * SIDE, classes: 3, image: [SIDE, SIDE, 1], bytes: floatFile(spec), told };
}

export { expect };
