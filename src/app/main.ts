// Starts the page: worker, client, stores, places.
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createClient } from '../client/client';
import { i18n, startLanguage } from '../i18n/language';
import type { WorkerPort } from '../client/workerPort';
import { allowOwnScripts } from '../core/scriptUrls';
import { readAddress } from '../stores/address';
import { CLIENT, CLIENT_MAKER } from '../stores/clientKey';
import { startTheme } from '../ui/useTheme';
import App from './App.vue';
import { createPlaces } from './router';
import { endWhenLeft } from './whenLeft';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/places.css';
import '../styles/print.css';

const realWorker = (): WorkerPort =>
  new Worker(new URL('../worker/entry.worker.ts', import.meta.url), { type: 'module', name: 'training' });

/** In development `?fake` or `vite --mode fake` puts a worker of made-up numbers in place of the engine. */
async function workerFactory(): Promise<() => WorkerPort> {
  if (!import.meta.env.DEV) return realWorker;
  const wanted = import.meta.env.MODE === 'fake' || new URLSearchParams(location.search).has('fake');
  if (!wanted) return realWorker;
  const { FakeDisk, FakeWorker } = await import('../testing/fakeWorker');
  const disk = new FakeDisk();
  return () => new FakeWorker({ disk, stepMs: 12, loadMs: 300 });
}

async function start(): Promise<void> {
  allowOwnScripts(document.baseURI);
  startTheme();
  const address = readAddress(location.search, location.hash);
  const speaking = startLanguage(address.flags.language);
  const createWorker = await workerFactory();
  const client = createClient(createWorker);
  const app = createApp(App, { address });
  endWhenLeft(client);
  app.provide(CLIENT, client);
  app.provide(CLIENT_MAKER, () => createClient(createWorker));
  app.use(createPinia());
  app.use(i18n);
  await speaking;
  app.use(createPlaces());
  if (address.flags.headless) {
    const { offerAutomation } = await import('./automation');
    app.runWithContext(() => offerAutomation(client));
  }
  app.mount('#app');
}

void start();
