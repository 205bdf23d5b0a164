// Two test projects over the page's own build settings: `unit` in Node, and `browser` in headless Chromium on a
// cross-origin-isolated page with WebGL and WebGPU in software. Reports go to build/reports/ under the project's name.
import './scripts/testData';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { findBrowser, launchOptions, softwareGpuArgs } from './scripts/findBrowser';
import { STATE_PATIENCE_MS, TEST_PATIENCE_MS } from './src/testing/patience';
import { bundledWorker } from './vite/bundledWorker';
import viteConfig from './vite.config';

const { executablePath } = await findBrowser();
const browserTests = 'src/**/*.browser.test.ts';
const project = ['browser', 'others'].find((name) => process.argv.includes(name)) ?? 'unit';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      testTimeout: TEST_PATIENCE_MS,
      hookTimeout: TEST_PATIENCE_MS,
      expect: { poll: { timeout: STATE_PATIENCE_MS, interval: 20 } },
      reporters: ['default', 'json', 'junit'],
      outputFile: { json: `build/reports/${project}.json`, junit: `build/reports/${project}.xml` },
      projects: [
        {
          extends: true,
          // One copy of TensorFlow.js, the page's: that for Node would put its own gradients in place of those in use.
          ssr: { resolve: { mainFields: ['module', 'main'] } },
          test: {
            name: 'unit',
            environment: 'node',
            // Many files wait for compilers, Python or emulators: two at a time, on two cores as well. The files of a thread
            // share its modules, since loading TensorFlow.js and the page anew for each takes longer than most files run;
            // what a file changed of them is put back after it.
            pool: 'threads',
            isolate: false,
            maxWorkers: 2,
            setupFiles: ['src/testing/putBack.ts'],
            server: { deps: { inline: [/@tensorflow/] } },
            include: ['{src,bench,board,scripts,vite}/**/*.test.ts'],
            exclude: [browserTests, '**/node_modules/**'],
          },
        },
        {
          extends: true,
          // The same stories in browsers other than Chromium: two at once, each in a session of its own.
          test: {
            name: 'others',
            environment: 'node',
            maxWorkers: 2,
            globalSetup: ['e2e/others/pageServer.ts'],
            include: ['e2e/others/**/*.test.ts'],
          },
        },
        {
          extends: true,
          plugins: [bundledWorker('src/testing/faulty.worker.ts')],
          // Known from the start: one that is found on the way reloads the page under the test.
          optimizeDeps: {
            include: [
              'vue',
              'pinia',
              'flatbuffers',
              'fflate',
              'idb',
              '@litertjs/core',
              '@tensorflow/tfjs-layers',
              'h5wasm',
            ],
          },
          test: {
            name: 'browser',
            include: [browserTests],
            // Each file waits for its worker or for the graphics adapter most of the time: two pages at once.
            maxWorkers: 2,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: launchOptions(executablePath, softwareGpuArgs) }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  }),
);
