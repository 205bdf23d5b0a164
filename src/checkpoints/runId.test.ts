import { describe, expect, it } from 'vitest';
import { checkRunId, copyRunName, createRunId, extendRunName, runFileName } from './runId';

describe('run ids and names', () => {
  it('makes ids that can be file names, each another', () => {
    const ids = Array.from({ length: 100 }, createRunId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(checkRunId(id)).toMatch(/^[0-9a-f]{20}$/);
  });

  it('names files in plain letters', () => {
    expect(runFileName('Über  /digits/..', 12)).toBe('ganvas-uber-digits-step-12.zip');
    expect(runFileName('✎✎', 0)).toBe('ganvas-run-step-0.zip');
  });

  it('keeps extended names short enough', () => {
    expect(extendRunName('a', ' (copy)')).toBe('a (copy)');
    expect(extendRunName('a'.repeat(120), ' (copy)')).toHaveLength(120);
    const taken = new Set<string>();
    for (const [of, called] of [
      ['a', 'a (copy)'],
      ['a', 'a (copy 2)'],
      ['a (copy)', 'a (copy 3)'],
      ['b (copy 7)', 'b (copy)'],
      ['c'.repeat(120), `${'c'.repeat(113)} (copy)`],
      ['c'.repeat(120), `${'c'.repeat(111)} (copy 2)`],
    ]) {
      expect(copyRunName(of, taken)).toBe(called);
      taken.add(called);
    }
  });
});
