// `test` for stories: a training page in the fixture, and no story passes when the page threw an error on the way.
import { expect, test as base } from '@playwright/test';
import { TrainPage } from './trainPage';

export const test = base.extend<{ train: TrainPage; noUncaughtErrors: undefined }>({
  train: async ({ page }, use) => {
    await use(new TrainPage(page));
  },
  noUncaughtErrors: [
    async ({ context }, use) => {
      const uncaught: string[] = [];
      context.on('weberror', (webError) => uncaught.push(String(webError.error().stack)));
      await use(undefined);
      expect(uncaught, 'errors that the page did not handle').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
