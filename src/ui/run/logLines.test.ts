import { expect, it } from 'vitest';
import { adversarial } from '../../tasks/adversarial';
import { cycleGanFacts } from '../../tasks/cycleGanFacts';
import { stepLine } from './logLines';

it('prints the adversarial game as the note does', () => {
  const values = { gLoss: 0.921926, dLoss: 0.356288, accuracyReal: 0.9, accuracyFake: 0.7 };
  const point = { step: 3, seconds: 1, values };
  expect(stepLine(point, adversarial)).toBe('3 [D loss: 0.356288, acc.: 80.00%] [G loss: 0.921926]');
  expect(stepLine(point, undefined, 3)).toBe('3 [D loss: 0.356, acc.: 80%] [G loss: 0.922]');
});

it('prints every series of another task by its name', () => {
  const values = { 'generatorAB/adversarialAB': 0.5, discriminatorA: 0.25, discriminatorB: 1.83e-7 };
  const line = stepLine({ step: 12, seconds: 1, values }, cycleGanFacts, 2);
  expect(line).toMatch(/^12 \[G A to B: 0\.50\] /);
  expect(line).toContain('[D of A: 0.25] [D of B: 1.83e-7]');
  expect(line).not.toContain('NaN');
});
