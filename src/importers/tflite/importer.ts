// TensorFlow Lite: .tflite files of float numbers, of integer weights, and of integers throughout.
import { defineImporter } from '../define';
import { isTflite } from '../../readers/tflite/file';
import { readTfliteNetwork } from './network';

export const tfliteImporter = defineImporter({
  id: 'tflite',
  label: 'TensorFlow Lite',
  recognizes: ({ bytes }) => isTflite(bytes),
  read: ({ bytes }) => readTfliteNetwork(bytes),
});
