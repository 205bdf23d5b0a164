// TensorFlow Lite: .tflite files with float input, output and activations.
import { defineImporter } from '../define';
import { isTflite } from './model';
import { readTfliteNetwork } from './network';

export const tfliteImporter = defineImporter({
  id: 'tflite',
  label: 'TensorFlow Lite',
  recognizes: ({ bytes }) => isTflite(bytes),
  read: ({ bytes }) => readTfliteNetwork(bytes),
});
