// The model exporters, in the order in which a person sees them.
import { InvalidValueError } from '../core/errors';
import { cExporter } from './cSource/exporter';
import type { ModelExporter } from './defineModel';
import { kerasExporter } from './keras/exporter';
import { nativeExporter } from './native/exporter';
import { onnxExporter } from './onnx/exporter';
import { pytorchExporter } from './pytorch/exporter';
import { tfjsExporter } from './tfjs/exporter';
import { tfliteArrayExporter, tfliteExporter } from './tflite/exporter';
import { webPageExporter } from './webPage/exporter';

export const modelExporters: readonly ModelExporter[] = [
  tfliteExporter,
  webPageExporter,
  tfliteArrayExporter,
  cExporter,
  nativeExporter,
  onnxExporter,
  tfjsExporter,
  kerasExporter,
  pytorchExporter,
];

/** @throws InvalidValueError naming the formats that there are */
export function findModelExporter(id: string): ModelExporter {
  const found = modelExporters.find((exporter) => exporter.id === id);
  if (found) return found;
  throw new InvalidValueError(
    `There is no model format named ${JSON.stringify(id)}.`,
    `Choose one of ${modelExporters.map((exporter) => exporter.id).join(', ')}.`,
  );
}
