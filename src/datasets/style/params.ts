// What data sets of a content and a style picture let a person choose.
import type { ParamSpec, ParamValues } from '../../core/paramSpec';

const SIDES = ['64', '96', '128', '192', '256', '384', '512'];

export const STYLE_SIDE: ParamSpec = {
  id: 'side',
  kind: 'choice',
  label: 'Image side',
  default: '128',
  choices: SIDES.map((side) => ({ value: side, label: `${side} x ${side} pixels` })),
  help: 'Both pictures are cropped to their middle square and resized to this; twice the side takes four times as long.',
};

export const styleShape = ({ side }: ParamValues): readonly [number, number, 3] => [
  Number(side),
  Number(side),
  3,
];
