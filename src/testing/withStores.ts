// Stores with a fake worker behind them, for tests without a page.
import { createPinia, setActivePinia } from 'pinia';
import { createApp, type App } from 'vue';
import { createClient, type Client } from '../client/client';
import { CLIENT, CLIENT_MAKER } from '../stores/clientKey';
import { FakeDisk, FakeWorker, type FakeOptions } from './fakeWorker';

export interface StoreSetting {
  readonly client: Client;
  readonly workers: FakeWorker[];
  /** Runs `use` where stores find the client. */
  readonly run: <T>(use: () => T) => T;
  /** Gives another app the same stores: a component's, in its test. */
  readonly install: (app: App) => void;
}

/** @param optionsOf options of the n-th worker that the client starts, from 0 */
export function withStores(optionsOf: (spawn: number) => FakeOptions = () => ({})): StoreSetting {
  const disk = new FakeDisk();
  const workers: FakeWorker[] = [];
  const make = (): Client =>
    createClient(() => {
      const worker = new FakeWorker({ disk, ...optionsOf(workers.length) });
      workers.push(worker);
      return worker;
    });
  const client = make();
  const app = createApp({});
  const pinia = createPinia();
  const install = (to: App): void => {
    to.provide(CLIENT, client);
    to.provide(CLIENT_MAKER, make);
    to.use(pinia);
  };
  install(app);
  setActivePinia(pinia);
  return { client, workers, run: (use) => app.runWithContext(use), install };
}
