import { describe, expect, it } from 'vitest';
import { networkTotals } from '../../src/core/network';
import { defaultParams } from '../../src/core/paramSpec';
import { models } from '../../src/models';
import { widened } from './widen';

/** The models whose cost the benchmark follows. */
const MODELS = models.filter(({ id }) => ['dcgan-an12954', 'dcgan-light'].includes(id));

describe.each(MODELS.map((model) => [model.id, model] as const))('%s, widened', (_, model) => {
  const params = defaultParams(model.params);
  const networks = (factor: number) => {
    const wide = widened(model, factor);
    return [wide.buildGenerator([28, 28, 1], params), wide.buildDiscriminator([28, 28, 1], params)] as const;
  };

  it('is the same model at 1', () => {
    expect(networks(1)).toEqual([
      model.buildGenerator([28, 28, 1], params),
      model.buildDiscriminator([28, 28, 1], params),
    ]);
  });

  it.each([0.5, 2])('keeps its images and its logit at %f, and its cost grows with the width', (factor) => {
    const [generator, discriminator] = networks(factor).map(networkTotals);
    const [generatorOnce, discriminatorOnce] = networks(1).map(networkTotals);
    expect(generator.output).toEqual([28, 28, 1]);
    expect(discriminator.output).toEqual([1]);
    for (const [wide, once] of [
      [generator, generatorOnce],
      [discriminator, discriminatorOnce],
    ]) {
      const growth = wide.multiplyAdds / once.multiplyAdds;
      expect(growth).toBeGreaterThan(Math.min(factor, factor ** 2));
      expect(growth).toBeLessThan(Math.max(factor, factor ** 2));
    }
  });
});
