// What was done to make a generator smaller, as a saved run remembers it: how wide its layers are now, whether zero
// weights stay zero, and the ranges that quantization-aware training found. No weights.

export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

/** Bits of a quantized weight. */
export type WeightBits = 8 | 4;

/** Ranges of the generator's numbers as fake quantization had them in training. */
export interface TrainedRanges {
  /** Step of the run at which they hold; training on makes them stale. */
  readonly step: number;
  readonly weightBits: WeightBits;
  readonly input: ValueRange;
  /** Of each node's output of the folded graph, in order. */
  readonly nodes: readonly ValueRange[];
}

export interface CompressionRecord {
  /** Channels of the generator's weighted layers, in order; null where they are the model's own. */
  readonly widths: readonly number[] | null;
  /** Weights that are zero stay zero when the run trains on. */
  readonly keepsZeros: boolean;
  readonly ranges: TrainedRanges | null;
  /** What was done, oldest first, for people: `a quarter of the channels pruned`. */
  readonly notes: readonly string[];
}

export const NO_COMPRESSION: CompressionRecord = { widths: null, keepsZeros: false, ranges: null, notes: [] };

/** The trained ranges, if they are of this step. */
export const rangesAt = (record: CompressionRecord | null, step: number): TrainedRanges | null =>
  record?.ranges?.step === step ? record.ranges : null;
