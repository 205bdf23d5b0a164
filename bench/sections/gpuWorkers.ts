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
  /** A worker of its own for each name: one keeps the run that it was first asked for. */
  stock(name: string, request: StockRequest): Promise<StockReply>;
  close(): Promise<void>;
}

const OPEN = { do: 'open', backend: 'webgpu', threads: 1 } as const;
const OPEN_STOCK = { ...OPEN, stockOperations: true } as const;

async function inBrowser(lab: Lab): Promise<GpuWorkers> {
  const page = await lab.openBenchPage();
  const engine = (request: EngineRequest) => askWorker(page, 'engine', 'gpu', request);
  let stockEngine: Promise<unknown> | null = null;
  return {
    where: 'Chromium',
    adapter: (await engine(OPEN)).description,
    engine,
    async stockEngine(request) {
      await (stockEngine ??= askWorker(page, 'engine', 'stock operations', OPEN_STOCK));
      return askWorker(page, 'engine', 'stock operations', request);
    },
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
  adapter: string;
  software: boolean;
}> {
  const card = new DawnWorker('engine', false);
  try {
    return { engine: card, adapter: (await card.ask(OPEN)).description, software: false };
  } catch (error) {
    card.close();
    console.error(`No graphics card: ${error instanceof Error ? error.message : String(error)}`);
    const engine = new DawnWorker('engine', true);
    return { engine, adapter: (await engine.ask(OPEN)).description, software: true };
  }
}

async function underNode(): Promise<GpuWorkers> {
  const { engine, adapter, software } = await openEngine();
  const stocks = new Map<string, DawnWorker<'stockTfjs'>>();
  let stockEngine: DawnWorker<'engine'> | null = null;
  return {
    where: 'Node, Dawn',
    adapter,
    engine: (request) => engine.ask(request),
    async stockEngine(request) {
      if (!stockEngine) {
        stockEngine = new DawnWorker('engine', software);
        await stockEngine.ask(OPEN_STOCK);
      }
      return stockEngine.ask(request);
    },
    stock(name, request) {
      const worker = stocks.get(name) ?? new DawnWorker('stockTfjs', software);
      stocks.set(name, worker);
      return worker.ask(request);
    },
    close() {
      for (const worker of [engine, ...stocks.values()]) worker.close();
      stockEngine?.close();
      return Promise.resolve();
    },
  };
}

/** @param engine as `--engine` of the benchmark names it */
export const openGpuWorkers = (lab: Lab, engine: 'browser' | 'node'): Promise<GpuWorkers> =>
  engine === 'node' ? underNode() : inBrowser(lab);
