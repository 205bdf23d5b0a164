// The largest value of each window of an image.
import { defineLayer } from './define';
import { POOL_OPTIONS, poolFacts, poolText, type PoolOptions } from './pooling';

export const maxPool = defineLayer<PoolOptions>()({
  kind: 'maxPool',
  options: POOL_OPTIONS,
  facts: poolFacts,
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: poolText,
});
