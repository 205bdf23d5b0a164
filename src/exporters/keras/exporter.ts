// Generator, discriminator and both in a row as Keras models.
import { defineModelExporter } from '../defineModel';
import { DISCRIMINATOR_END } from '../discriminatorEnd';

export const kerasExporter = defineModelExporter({
  id: 'keras',
  label: 'Keras',
  help: 'Generator, discriminator and both combined, to go on training or to convert in Python.',
  variants: [
    {
      id: 'h5',
      label: '.h5 and .json',
      help: 'The older format, which Keras 2 and 3 read, and the architecture alone as JSON.',
      meanBound: 0.0005,
    },
    { id: 'keras', label: '.keras', help: 'The format of Keras 3.', meanBound: 0.0005 },
  ],
  options: [DISCRIMINATOR_END],
  load: () => import('./write'),
});
