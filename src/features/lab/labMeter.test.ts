// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createApp, h } from 'vue';
import { labPairs } from '../../core/lab';
import type { LabFigures } from '../../core/lab/define';
import type { LabVerdict } from '../../core/lab/verdict';
import LabMeter from './LabMeter.vue';

const figures: LabFigures = {
  modes: 3,
  wantedModes: 8,
  kl: 1.02,
  good: 0.5,
  frechet: 1,
  variety: 0.2,
  accuracy: 0.6,
};

function mount(shown: LabFigures | null, verdict: LabVerdict | null, ended = false) {
  const root = document.createElement('div');
  createApp(() => h(LabMeter, { pair: labPairs[0], figures: shown, verdict, ended })).mount(root);
  const meter = root.querySelector('[role=meter]');
  return { root, meter, text: root.querySelector('[role=status]')?.textContent ?? '' };
}

describe('LabMeter', () => {
  it('fills one place for each mode that is covered', () => {
    const { root, meter } = mount(figures, 'broken');
    expect(meter?.getAttribute('aria-valuetext')).toBe('3 of 8');
    expect(root.querySelectorAll('.modes span')).toHaveLength(8);
    expect(root.querySelectorAll('.modes .full')).toHaveLength(3);
  });

  it('says the verdict and the figures', () => {
    expect(mount(figures, 'broken').text).toContain('Now collapsed: 3 of 8 modes, KL 1.02');
    expect(mount(figures, 'healthy', true).text).toContain('Ended healthy');
  });

  it('does not judge a run that is warming up, nor one that was not measured', () => {
    expect(mount(figures, null).text).toContain('Warming up: 3 of 8');
    expect(mount(null, null).text).toContain('Nothing measured yet');
  });
});
