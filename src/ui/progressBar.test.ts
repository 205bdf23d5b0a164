// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { mounted } from '../testing/mounted';
import ProgressBar from './ProgressBar.vue';

it('says how far it is in whole hundredths', () => {
  const bar = mounted(ProgressBar, () => ({ label: 'Steps done', fraction: 0.404 })).find(
    '[role=progressbar]',
  );
  expect(bar.getAttribute('aria-label')).toBe('Steps done');
  expect(bar.getAttribute('aria-valuenow')).toBe('40');
});

it('claims nothing where the end is not known', () => {
  const bar = mounted(ProgressBar, () => ({ label: 'Loading', fraction: null })).find('[role=progressbar]');
  expect(bar.hasAttribute('aria-valuenow')).toBe(false);
  expect(bar.classList).toContain('unknown');
});
