// A content and a style picture that need no file.
import { defineDataset } from '../define';
import { paintPattern, paintScene } from './drawnPictures';
import { onePictureEach } from './onePictureEach';
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
  load({ params }) {
    const [side] = styleShape(params);
    return Promise.resolve(onePictureEach(paintScene(side), paintPattern(side), side));
  },
});
