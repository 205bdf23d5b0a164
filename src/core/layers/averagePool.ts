// The mean of each window of an image; what lies beyond the border does not count.
import { defineLayer } from './define';
import { POOL_OPTIONS, poolFacts, poolText, type PoolOptions } from './pooling';

export const averagePool = defineLayer<PoolOptions>()({
  kind: 'averagePool',
  options: POOL_OPTIONS,
  facts: poolFacts,
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: poolText,
});
