// What a model exporter is: one file that turns a trained network into the files of a format. Adding one is a file and a
// line in models.ts. Whether the files are right is proved elsewhere, from their bytes.
import type { ExportGraph, TrainedWeights } from '../graph/graph';
import type { Int8Graph } from '../graph/int8Graph';
import type { WeightBits } from '../graph/weightQuantization';
import { InvalidValueError } from '../core/errors';
import type { NetworkSpec } from '../core/network';
import type { GeneratorInput, ModelExporterEntry } from '../protocol';
import type { TfjsModelFiles } from './tfjs/layersModel';

export interface TrainedNetwork {
  readonly spec: NetworkSpec;
  readonly weights: TrainedWeights;
}

export interface ModelExportJob {
  /** File name without extension. */
  readonly name: string;
  readonly generator: TrainedNetwork;
  readonly discriminator: TrainedNetwork;
  /** How its input is put together; noise alone when absent, null where several generators share one input. */
  readonly input?: GeneratorInput | null;
  /** Of several generators that share one input: how many; each has a slot of the input. */
  readonly generators?: number;
  /** What the numbers of the generator's input are, in words, without a full stop; normal numbers when absent. */
  readonly inputLayout?: string;
  /** The generator, folded. */
  readonly graph: ExportGraph;
  /** The generator in full-integer arithmetic, calibrated when first asked for. */
  readonly int8: (weightBits: WeightBits) => Promise<Int8Graph>;
}

/** The input of a generator that knows no classes, in words. */
export const normalNumbers = (count: number): string =>
  `${count} normal random numbers, mean 0, standard deviation 1`;

/** How the files can be run here, to compare what they draw with what the trained network draws. */
export type Proof =
  | { readonly runtime: 'tflite'; readonly bytes: Uint8Array; readonly int8: Int8Graph | null }
  | { readonly runtime: 'tfjs'; readonly files: TfjsModelFiles }
  /** No runtime in a browser: the arithmetic that the files hold is run by the project's own reference. */
  | { readonly runtime: 'integerReference'; readonly int8: Int8Graph }
  | { readonly runtime: 'floatReference'; readonly graph: ExportGraph };

export interface ModelExport {
  /** Path in the zip to content; a single file is also handed out by itself. */
  readonly files: Readonly<Record<string, Uint8Array<ArrayBuffer> | string>>;
  readonly proof: Proof;
  /** What a person should know of the files, one sentence each. */
  readonly notes?: readonly string[];
}

export interface ModelExporter<Variant extends string = string> extends ModelExporterEntry {
  readonly variants: readonly (ModelExporterEntry['variants'][number] & { readonly id: Variant })[];
  /** @throws UnsupportedModelError naming the layer that the format cannot hold */
  write(job: ModelExportJob, variant: string): Promise<ModelExport>;
}

interface ModelExporterDefinition<Variant extends string> extends Omit<ModelExporter<Variant>, 'write'> {
  write(job: ModelExportJob, variant: Variant): Promise<ModelExport> | ModelExport;
}

/** A full exporter from its definition: checks the variant. */
export function defineModelExporter<Variant extends string>(
  definition: ModelExporterDefinition<Variant>,
): ModelExporter {
  return {
    ...definition,
    async write(job, variant) {
      const known = definition.variants.find((v) => v.id === variant);
      if (known) return definition.write(job, known.id);
      throw new InvalidValueError(
        `${definition.label} has no variant ${JSON.stringify(variant)}.`,
        `Choose one of ${definition.variants.map((v) => v.id).join(', ')}.`,
      );
    },
  };
}
