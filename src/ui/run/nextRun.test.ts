import { describe, expect, it } from 'vitest';
import { nextRunWords } from './nextRun';

const labels = { dataset: 'MNIST', model: 'DCGAN, light', loss: 'Hinge' };

describe('nextRunWords', () => {
  it.each([
    [['dataset'], 'New run with MNIST'],
    [['seed', 'loss', 'dataset'], 'New run with MNIST, Hinge'],
    [['seed'], 'New run with “Seed” 7'],
    [['dataset.drawing'], 'New run with another “dataset.drawing”'],
    [['spectralNorm'], 'New run with “Spectral normalization”'],
    [['seed', 'batch', 'spectralNorm'], 'New run with 3 changes'],
  ])('%j is "%s"', (pending, words) => {
    const values = { seed: 7, batch: 32, spectralNorm: true, 'dataset.drawing': 'A'.repeat(300) };
    expect(nextRunWords(pending, labels, values)).toBe(words);
  });
});
