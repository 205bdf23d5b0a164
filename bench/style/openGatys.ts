// Style transfer on drawn pictures for benchmarks: with the page's settings, from the content picture, on the active backend.
import { defaultParams } from '../../src/core/paramSpec';
import { readRunConfig, type RunConfig } from '../../src/core/runConfig';
import { toSignedUnit } from '../../src/datasets/sampling';
import { paintPattern, paintScene } from '../../src/datasets/style/drawnPictures';
import type { FeatureNetwork } from '../../src/tasks/style/look';
import { StyleTransferTrainer } from '../../src/tasks/style/transferTrainer';
import { styleTransferFacts } from '../../src/tasks/styleTransferFacts';
import { catalogue } from '../../src/worker/catalogue';

export interface Pictures {
  readonly side: number;
  readonly content: Float32Array;
  readonly style: Float32Array;
}

/** The drawn scene and pattern, which need no files. */
export const drawnPictures = (side: number): Pictures => ({
  side,
  content: toSignedUnit(paintScene(side)),
  style: toSignedUnit(paintPattern(side)),
});

/** The page's settings; both sides begin with the content picture. */
export const GATYS_CONFIG: RunConfig = {
  ...readRunConfig({ task: 'style-transfer' }, catalogue),
  taskParams: defaultParams(styleTransferFacts.params),
};

export const openGatys = (
  { side, content, style }: Pictures,
  features: FeatureNetwork,
): StyleTransferTrainer =>
  new StyleTransferTrainer(GATYS_CONFIG, { shape: [side, side, 3], content, style }, features);
