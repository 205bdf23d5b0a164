// The network of a style student, as its settings describe it. No weights.
import { checkFrozenLayers, frozenNetwork } from '../../core/frozenLayers';
import { withWidthsOf } from '../../core/layerWidths';
import type { NetworkSpec } from '../../core/network';
import { numberParam } from '../../core/paramSpec';
import type { RunConfig } from '../../core/runConfig';
import type { ImageShape } from '../../models/define';
import { styleStudent as describeStudent } from '../../models/networks/styleStudent';
import { countOf } from './stylePictures';

/**
 * The student for pictures of a shape.
 * @param widths of its layers, where channels were cut out
 * @throws InvalidValueError for frozen layers that there are none of
 */
export function studentSpec(
  { taskParams, frozenLayers }: RunConfig,
  shape: ImageShape,
  widths?: readonly number[] | null,
): NetworkSpec {
  const whole = describeStudent({
    ...{ shape, channels: 3, classes: countOf(taskParams) },
    width: numberParam(taskParams, 'width'),
    depth: numberParam(taskParams, 'depth'),
    blocks: numberParam(taskParams, 'blocks'),
  });
  const [generator] = withWidthsOf([whole], widths);
  checkFrozenLayers(frozenLayers, { generator });
  return frozenNetwork(generator, frozenLayers, 'generator');
}
