// What the fake worker says of boards and exports; made up, only as true as tests and screenshots need.
import type { ModelProfile } from '../core/boards';
import type { ImageBatch } from '../core/history';
import type { MeasurePoint } from '../core/measures';
import type {
  ExportedModel,
  LayerError,
  ModelExportRequest,
  VariantReport,
  VariantRequest,
} from '../protocol';

export const FAKE_PROFILE: ModelProfile = {
  parameters: 856_193,
  foldedParameters: 855_425,
  multiplyAdds: 87_782_912,
  layers: [
    {
      name: 'dense_1',
      kind: 'dense',
      output: [6272],
      parameters: 633_472,
      multiplyAdds: 627_200,
      flashBytes: 683_648,
      ramBytes: 6372,
    },
  ],
  deployments: [
    { id: 'c', label: 'C source, int8', flashBytes: 911_497, ramBytes: 76_148 },
    { id: 'tflite-float', label: 'TensorFlow Lite, float32', flashBytes: 6_567_428, ramBytes: 4_023_812 },
  ],
};

const FAKE_LAYERS: readonly LayerError[] = [
  {
    name: 'dense_1',
    kind: 'dense',
    output: [6272],
    parameters: 633_472,
    weightError: 0.007,
    outputError: 0.004,
    histogram: {
      reach: 0.4,
      counts: Array.from({ length: 41 }, (_, i) => Math.round(4000 * Math.exp(-(((i - 20) / 8) ** 2)))),
      levels: 255,
    },
  },
  {
    name: 'activation_1',
    kind: 'tanh',
    output: [28, 28, 1],
    parameters: 0,
    weightError: null,
    outputError: 0.011,
    histogram: null,
  },
];

export function fakeExport({ exporter, variant }: ModelExportRequest, images: ImageBatch): ExportedModel {
  const file = {
    fileName: `${exporter}-${variant}.bin`,
    mimeType: 'application/octet-stream',
    bytes: new Uint8Array(4),
  };
  return {
    input: { latent: 100, classes: 0 },
    picture: null,
    fileSha256: 'df3f619804a92fdb4057192dc43dd748ea778adc52bc498ce80524c014b81119',
    file,
    withCard: { ...file, fileName: `${exporter}-${variant}-with-card.zip`, mimeType: 'application/zip' },
    fileNames: [file.fileName],
    notes: ['Made up, as everything here.'],
    sizeBytes: 876_000,
    gzipBytes: 702_000,
    float32Bytes: 3_421_700,
    proof: {
      runtime: 'a made-up runtime',
      independent: true,
      images: 64,
      maxDifference: 0.06,
      meanDifference: 0.004,
      meanBound: 0.08,
      millisecondsPerImage: 1.5,
    },
    layers: FAKE_LAYERS,
    trained: images,
    drawn: images,
  };
}

/** What trying a precision would report. */
export function fakeVariant(
  { variant }: VariantRequest,
  measures: MeasurePoint,
  images: ImageBatch,
): VariantReport {
  const bits = variant === 'float32' ? 32 : variant === 'float16' ? 16 : variant.includes('int4') ? 4 : 8;
  return {
    generatorLoss: 1.2 + 0.4 / bits,
    losses: [],
    judged: 256,
    measures,
    parameters: 856_193,
    multiplyAdds: 87_782_912,
    zeroShare: 0,
    sizeBytes: Math.round((3_421_700 * bits) / 32),
    gzipBytes: Math.round((3_121_700 * bits) / 32),
    millisecondsPerImage: 1.5,
    pictures: [{ label: '', given: null, drawn: images, back: null }],
    layers: FAKE_LAYERS,
  };
}
