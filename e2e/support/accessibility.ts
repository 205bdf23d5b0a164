// What axe finds wrong with a page. Its source is given to the page once and asked as often as a story looks: given anew for every
// look, as the runner's own wrapper does, it takes longer than most looks.
import type { Page } from '@playwright/test';
import type * as Axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

declare global {
  interface Window {
    axe?: typeof Axe;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AccessibilityFault {
  /** Of the rule that is broken. */
  readonly id: string;
  /** Selectors of what breaks it. */
  readonly targets: readonly unknown[];
}

/** @param rules ids of those that are asked; all of axe's defaults if absent */
export async function accessibilityFaults(
  page: Page,
  rules?: readonly string[],
): Promise<readonly AccessibilityFault[]> {
  // By the runner, past the page's own policy, which lets no such script in.
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(source);
  return page.evaluate(async (runOnly) => {
    if (!window.axe) throw new Error('axe is not on the page');
    // Colours that are on their way to others have contrasts that nobody keeps: what begins with the next frame comes to its end.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      ...(runOnly && { runOnly: [...runOnly] }),
    });
    return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }));
  }, rules);
}
