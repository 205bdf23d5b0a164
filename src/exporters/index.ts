// The image exporters, in the order in which a person sees them.
import { InvalidValueError } from '../core/errors';
import type { ImageExporter } from './define';
import { idxFile } from './idxFile';
import { npyFile } from './npyFile';
import { pngGrid } from './pngGrid';
import { pngZip } from './pngZip';

export const imageExporters: readonly ImageExporter[] = [pngGrid, pngZip, idxFile, npyFile];

/** @throws InvalidValueError naming the formats that there are */
export function findImageExporter(id: string): ImageExporter {
  const found = imageExporters.find((exporter) => exporter.id === id);
  if (found) return found;
  throw new InvalidValueError(
    `There is no image format named ${JSON.stringify(id)}.`,
    `Choose one of ${imageExporters.map((exporter) => exporter.id).join(', ')}.`,
  );
}
