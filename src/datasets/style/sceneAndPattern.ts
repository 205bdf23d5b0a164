// A content and a style picture that need no file.
import { defineDataset } from '../define';
import { paintPattern, paintScene } from './drawnPictures';
import { STYLE_SIDE, styleShape } from './params';

export const sceneAndPattern = defineDataset({
  id: 'scene-and-pattern',
  label: 'A house and whirls',
  help: 'A drawn landscape with a house as content, and whirls of coloured strokes as style: a pair that needs no files.',
  source: 'Drawn on this device',
  licence: 'MIT',
  shape: [128, 128, 3],
  classes: 2,
  pairs: 'unaligned',
  origin: 'embedded',
  accepts: [],
  params: [STYLE_SIDE],
  shapeOf: styleShape,
  async load({ params }) {
    const { onePictureEach } = await import('./onePictureEach');
    const [side] = styleShape(params);
    return onePictureEach(paintScene(side), paintPattern(side), side);
  },
});
