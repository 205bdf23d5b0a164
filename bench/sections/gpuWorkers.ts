// Who computes for the section `gpu`: workers of the bench's page in Chromium, or the same workers under Node on Dawn, where a
// machine has a graphics card and no browser.
import type { EngineReply, EngineRequest, StockReply, StockRequest } from '../browser/wire';
import type { Lab } from '../lab';
import { askWorker, endWorker } from '../peers/benchWorker';
import { DawnWorker } from '../peers/dawnWorker';

export interface GpuWorkers {
  /** For tables: `Chromium`, `Node, Dawn`. */
  readonly where: string;
  /** The adapter, for people. */
  readonly adapter: string;
  engine(request: EngineRequest): Promise<EngineReply>;
  /** The same without the project's own kernels and recordings. */
  stockEngine(request: EngineRequest): Promise<EngineReply>;
  /** The same with neither subgroups nor 16-bit floats. */
  plainEngine(request: EngineRequest): Promise<EngineReply>;
  /** What the device has for kernels. */
  readonly forms: EngineReply['forms'];
  /** A worker of its own for each name: one keeps the run that it was first asked for. */
  stock(name: string, request: StockRequest): Promise<StockReply>;
  close(): Promise<void>;
}

const OPEN = { do: 'open', backend: 'webgpu', threads: 1 } as const;
/** Engines beside the first: what they are opened with. */
const BESIDE = {
  'stock operations': { ...OPEN, stockOperations: true },
  'plain kernels': { ...OPEN, plainKernels: true },
} as const;
type Beside = keyof typeof BESIDE;

async function inBrowser(lab: Lab): Promise<GpuWorkers> {
  const page = await lab.openBenchPage();
  const engine = (request: EngineRequest) => askWorker(page, 'engine', 'gpu', request);
  const opened = new Map<Beside, Promise<unknown>>();
  const beside = (name: Beside) => async (request: EngineRequest) => {
    const opening = opened.get(name) ?? askWorker(page, 'engine', name, BESIDE[name]);
    opened.set(name, opening);
    await opening;
    return askWorker(page, 'engine', name, request);
  };
  const { description, forms } = await engine(OPEN);
  return {
    where: 'Chromium',
    adapter: description,
    forms,
    engine,
    stockEngine: beside('stock operations'),
    plainEngine: beside('plain kernels'),
    stock: (name, request) => askWorker(page, 'stockTfjs', name, request),
    async close() {
      await endWorker(page, 'gpu');
      await page.context().close();
    },
  };
}

/** A card where there is one, else Mesa's software adapter. */
async function openEngine(): Promise<{
  engine: DawnWorker<'engine'>;
  opened: EngineReply;
  software: boolean;
}> {
  const card = new DawnWorker('engine', false);
  try {
    return { engine: card, opened: await card.ask(OPEN), software: false };
  } catch (error) {
    card.close();
    console.error(`No graphics card: ${error instanceof Error ? error.message : String(error)}`);
    const engine = new DawnWorker('engine', true);
    return { engine, opened: await engine.ask(OPEN), software: true };
  }
}

async function underNode(): Promise<GpuWorkers> {
  const { engine, opened, software } = await openEngine();
  const stocks = new Map<string, DawnWorker<'stockTfjs'>>();
  const engines = new Map<Beside, DawnWorker<'engine'>>();
  const beside = (name: Beside) => async (request: EngineRequest) => {
    const known = engines.get(name);
    const worker = known ?? new DawnWorker('engine', software);
    engines.set(name, worker);
    if (!known) await worker.ask(BESIDE[name]);
    return worker.ask(request);
  };
  return {
    where: 'Node, Dawn',
    adapter: opened.description,
    forms: opened.forms,
    engine: (request) => engine.ask(request),
    stockEngine: beside('stock operations'),
    plainEngine: beside('plain kernels'),
    stock(name, request) {
      const worker = stocks.get(name) ?? new DawnWorker('stockTfjs', software);
      stocks.set(name, worker);
      return worker.ask(request);
    },
    close() {
      for (const worker of [engine, ...engines.values(), ...stocks.values()]) worker.close();
      return Promise.resolve();
    },
  };
}

/** @param engine as `--engine` of the benchmark names it */
export const openGpuWorkers = (lab: Lab, engine: 'browser' | 'node'): Promise<GpuWorkers> =>
  engine === 'node' ? underNode() : inBrowser(lab);
