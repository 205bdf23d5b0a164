import { describe, expect, it } from 'vitest';
import { BOARD_TARGETS, fitOn } from '../core/boards';
import { AN12954_GENERATOR, LIGHT_GENERATOR } from '../testing/exportModels';
import { profileNetwork } from './boardProfile';

describe('profileNetwork', () => {
  const profile = profileNetwork(AN12954_GENERATOR);
  const cost = (id: string) => profile.deployments.find((d) => d.id === id);

  it('counts the reference generator', () => {
    expect(profile.foldedParameters).toBe(855_425);
    expect(profile.layers.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(855_425);
    // As Keras counts them all, moving statistics too.
    expect(profile.parameters).toBe(633_472 + 147_584 + 512 + 73_792 + 256 + 577);
    expect(profile.multiplyAdds).toBe(627_200 + 28_901_376 + 57_802_752 + 451_584);
    // int8 weights, 9 bytes per output channel, the table of tanh, code.
    expect(cost('c')?.flashBytes).toBe(848_960 + 9 * 6465 + 256 + 4096);
    expect(cost('c')?.ramBytes).toBe(14 * 14 * 128 + 28 * 28 * 64 + 100 + 784);
    // The interpreter keeps the doubled 28 x 28 x 128 beside the 28 x 28 x 64 that is made of it.
    expect(cost('tflite-micro')?.ramBytes).toBeGreaterThanOrEqual(28 * 28 * 128 + 28 * 28 * 64);
  });

  it('says which boards it fits, and how much is missing', () => {
    const verdict = (id: string, deployment: string) => {
      const board = BOARD_TARGETS.find((b) => b.id === id);
      const found = cost(deployment);
      return board && found && fitOn(found, board);
    };
    expect(verdict('rt1060', 'c')).toEqual({ fits: true, flashMissing: 0, ramMissing: 0 });
    expect(verdict('cortex-m4', 'c')?.fits).toBe(true);
    const large = verdict('cortex-m4', 'tflite-float');
    expect(large?.fits).toBe(false);
    expect(large?.flashMissing).toBe(4 * 855_425 + 3 * 2 ** 20 - 2 ** 20);
    expect(large?.ramMissing).toBeGreaterThan(0);
  });

  it('needs no weights of layers that are folded away', () => {
    expect(profileNetwork(LIGHT_GENERATOR).layers.map((l) => l.kind)).not.toContain('scaleShift');
  });
});
