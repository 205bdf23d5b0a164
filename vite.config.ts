// Build and servers of the page. The build uses relative paths, so `dist/` works from any folder of any web server.
import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import packageJson from './package.json';
import { catalogueData } from './vite/catalogueData';
import { fileList } from './vite/fileList';
import { kioskOffline } from './vite/kioskOffline';
import { licences } from './vite/licences';
import { oldBrowsers } from './vite/oldBrowsers';
import { pageOffline } from './vite/pageOffline';
import { ISOLATION, securePages } from './vite/pageHeaders';
import { playerScripts } from './vite/playerScripts';
import { serveDatasets } from './vite/serveDatasets';
import { wholeChunk } from './vite/wholeChunk';

const { page: licencesOfPage, worker: licencesOfWorker } = licences(import.meta.dirname);

const source = (path: string): string => join(import.meta.dirname, 'src', path);
/** What the worker fetches behind its door, and what a visit fetches before it. */
const ENGINE = wholeChunk('engine', source('worker/requests.ts'), [source('worker/door.ts')]);
const PAGE = wholeChunk('page', source('app/main.ts'), [source('kiosk/main.ts')]);

const SERVICE_WORKERS: Readonly<Record<string, string>> = { sw: 'sw.js', kioskSw: 'kiosk/sw.js' };

export default defineConfig({
  base: './',
  // What the About page says (src/stores/version.ts).
  define: {
    __GANVAS_VERSION__: JSON.stringify(packageJson.version),
    // vue-i18n without its older interface and tools; its messages become trees that are walked, never code.
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __INTLIFY_DROP_MESSAGE_COMPILER__: false,
  },
  plugins: [
    vue(),
    playerScripts(import.meta.dirname),
    catalogueData(import.meta.dirname),
    securePages(process.env.EMBED_IN),
    serveDatasets(process.env.DATASETS_DIR),
    kioskOffline(import.meta.dirname),
    licencesOfPage,
    oldBrowsers('page'),
    pageOffline(import.meta.dirname),
    fileList('board'),
  ],
  // Error classes are shown by name, so minifying keeps names.
  worker: {
    format: 'es',
    plugins: () => [
      playerScripts(import.meta.dirname),
      catalogueData(import.meta.dirname),
      licencesOfWorker(),
      oldBrowsers('worker'),
    ],
    rolldownOptions: {
      output: { keepNames: true, codeSplitting: { groups: [ENGINE] } },
    },
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // The list of places loads every page by itself; the first one comes in the first file all the same (app/router).
      checks: { ineffectiveDynamicImport: false },
      // Each service worker has a fixed name beside its page: its address decides what it may keep.
      input: {
        main: 'index.html',
        kiosk: 'kiosk/index.html',
        sw: 'src/app/serviceWorker.ts',
        kioskSw: 'src/kiosk/serviceWorker.ts',
      },
      output: {
        keepNames: true,
        codeSplitting: { groups: [PAGE] },
        entryFileNames: ({ name }) => SERVICE_WORKERS[name] ?? 'assets/[name]-[hash].js',
      },
    },
  },
  server: { host: '127.0.0.1', headers: ISOLATION },
  preview: { host: '127.0.0.1' },
});
