// End-to-end stories in the built page, served as `npm start` serves it. Projects: `app` (what a person does), `a11y`
// (axe on every page) and `kiosk` (the kiosk page on a board). Two files of stories run at once, each in a browser of its
// own, since a story mostly waits for one thread. No story has a second try; what it waits for is a state that it names.
import './scripts/testData';
import { defineConfig } from '@playwright/test';
import { drawnCameraArgs, findBrowser, launchOptions } from './scripts/findBrowser';
import { reportPath } from './scripts/reports';
import { PROGRAM_PATIENCE_MS, STATE_PATIENCE_MS, TEST_PATIENCE_MS } from './src/testing/patience';

const { executablePath } = await findBrowser();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'build/e2e',
  workers: 2,
  forbidOnly: true,
  timeout: TEST_PATIENCE_MS,
  expect: { timeout: STATE_PATIENCE_MS },
  reporter: [
    ['list'],
    ['json', { outputFile: reportPath('e2e') }],
    ['junit', { outputFile: 'build/reports/e2e.xml' }],
  ],
  use: {
    // Filled in from the server's first line, below.
    baseURL: `http://127.0.0.1:${process.env.GANVAS_PORT ?? '0'}/`,
    launchOptions: launchOptions(executablePath, drawnCameraArgs),
    actionTimeout: STATE_PATIENCE_MS,
    navigationTimeout: STATE_PATIENCE_MS,
    // Only stories of what is kept have them: no request of theirs could be answered by a story.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // Recording a trace takes as long as the story itself: E2E_TRACE=1 asks for it.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
  },
  projects: [
    { name: 'app', testMatch: 'app/*.spec.ts' },
    { name: 'a11y', testMatch: 'a11y/*.spec.ts' },
    { name: 'kiosk', testMatch: 'kiosk/*.spec.ts', use: { serviceWorkers: 'allow' } },
  ],
  webServer: {
    command: 'npx tsx scripts/serve.ts --port 0',
    wait: { stdout: /Ganvas is served at http:\/\/127\.0\.0\.1:(?<GANVAS_PORT>\d+)/ },
    timeout: PROGRAM_PATIENCE_MS,
  },
});
