// What a model exporter is: what a format offers (exporter.ts), and what turns a trained network into its files (write.ts),
// which comes when it is first asked for. Adding one is these two and a line in models.ts. Whether the files are right is
// proved elsewhere, from their bytes.
import type { ExportGraph, TrainedWeights } from '../graph/graph';
import type { Int8Graph } from '../graph/int8Graph';
import type { WeightBits } from '../graph/weightQuantization';
import { InvalidValueError } from '../core/errors';
import type { NetworkSpec } from '../core/network';
import { defaultParams, readParam, type ParamValues } from '../core/paramSpec';
import type { GeneratorInput, LeavingPicture, ModelExporterEntry } from '../protocol';
import { readBy, type FormatId, type VariantOf } from './readBy';
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
  /** The picture that it takes where noise would be; absent or null for noise. */
  readonly picture?: LeavingPicture | null;
  /** What the run is called, where a person reads it; the file's name when absent. */
  readonly title?: string;
  /** Of the data set, where it has classes. */
  readonly classNames?: readonly string[] | null;
  /** What the numbers of the generator's input are, in words, without a full stop; normal numbers when absent. */
  readonly inputLayout?: string;
  /** The generator, folded. */
  readonly graph: ExportGraph;
  /** The generator in full-integer arithmetic, calibrated when first asked for. */
  readonly int8: (weightBits: WeightBits) => Promise<Int8Graph>;
  /** By id of the format's options; those that are absent take their defaults. */
  readonly options?: ParamValues;
}

/** The input of a generator that knows no classes, in words. */
export const normalNumbers = (count: number): string =>
  `${count} normal random numbers, mean 0, standard deviation 1`;

/** How the files can be run here, to compare what they draw with what the trained network draws. */
export type Proof =
  | { readonly runtime: 'tflite'; readonly bytes: Uint8Array; readonly int8: Int8Graph | null }
  | { readonly runtime: 'tfjs'; readonly files: TfjsModelFiles }
  /** A page that draws by itself: the model inside is read back and drawn with what the page draws with. */
  | { readonly runtime: 'webPage'; readonly html: string }
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

export interface ModelExporter extends ModelExporterEntry {
  /**
   * @throws UnsupportedModelError naming the layer that the format cannot hold; InvalidValueError for a variant, an option or
   *   a choice that the format does not have
   */
  write(job: ModelExportJob, variant: string): Promise<ModelExport>;
}

type VariantEntry = Omit<ModelExporterEntry['variants'][number], 'readBy'>;

/** The writing half of an exporter. */
export interface ModelWriter<V extends string> {
  /** @param options every option of the format, checked */
  write(job: ModelExportJob, variant: V, options: ParamValues): Promise<ModelExport> | ModelExport;
}

interface ModelExporterDefinition<F extends FormatId> extends Omit<ModelExporterEntry, 'variants'> {
  readonly id: F;
  readonly variants: readonly (VariantEntry & { readonly id: VariantOf<F> })[];
  load(): Promise<ModelWriter<VariantOf<F>>>;
}

/** All options of a format: as asked for, else their defaults. @throws InvalidValueError naming what is wrong */
export function checkedOptions(
  { label, options = [] }: Pick<ModelExporterEntry, 'label' | 'options'>,
  asked: ParamValues = {},
): ParamValues {
  const chosen = Object.entries(asked).map(([id, raw]) => {
    const spec = options.find((option) => option.id === id);
    if (!spec) {
      throw new InvalidValueError(
        `${label} has no option ${JSON.stringify(id)}.`,
        `Choose one of ${options.map((option) => option.id).join(', ') || 'none'}.`,
      );
    }
    const reading = readParam(spec, raw);
    if (reading.ok) return [id, reading.value] as const;
    throw new InvalidValueError(reading.problem, 'Choose one of them.');
  });
  return { ...defaultParams(options), ...Object.fromEntries(chosen) };
}

/** A full exporter from its definition: checks variant and options, and says who reads the files. */
export function defineModelExporter<F extends FormatId>(
  definition: ModelExporterDefinition<F>,
): ModelExporter {
  const { load, ...entry } = definition;
  return {
    ...entry,
    variants: definition.variants.map((variant) => ({
      ...variant,
      readBy: readBy(definition.id, variant.id),
    })),
    async write(job, variant) {
      const known = definition.variants.find((v) => v.id === variant);
      if (known) {
        const options = checkedOptions(definition, job.options);
        return (await load()).write(job, known.id, options);
      }
      throw new InvalidValueError(
        `${definition.label} has no variant ${JSON.stringify(variant)}.`,
        `Choose one of ${definition.variants.map((v) => v.id).join(', ')}.`,
      );
    },
  };
}
