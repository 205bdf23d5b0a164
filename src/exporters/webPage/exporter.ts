// The generator as one page that draws by itself, wherever it is opened.
import { defineModelExporter } from '../defineModel';

export const webPageExporter = defineModelExporter({
  id: 'web-page',
  label: 'Web page',
  help: 'One .html file that draws by itself: opened with a double click, in any browser, without a network. To send to anybody.',
  variants: [
    {
      id: 'weights-int8',
      label: '8-bit weights',
      help: 'The smallest file; weights are rounded once, the arithmetic is float.',
      meanBound: 0.05,
    },
    {
      id: 'float16',
      label: 'float16 weights',
      help: 'Twice the size, hardly any difference.',
      meanBound: 0.01,
    },
    { id: 'float32', label: 'float32', help: 'As trained; four times the size.', meanBound: 0.0005 },
  ],
  load: () => import('./write'),
});
