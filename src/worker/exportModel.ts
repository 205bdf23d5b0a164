// Takes the generator of the open run out: reads its weights, writes the files, runs them, packs them with a card.
import { strToU8, zipSync } from 'fflate';
import { buildGraph } from '../compression/buildGraph';
import { calibrate } from '../compression/calibration';
import { engineRunner } from '../compression/engineRunner';
import { fromFloat16Bits, toFloat16Bits } from '../compression/float16';
import {
  isWeighted,
  nodeMultiplyAdds,
  parameterCount,
  type ExportGraph,
  type WeightedNode,
} from '../compression/graph';
import { quantizeGraph } from '../compression/int8Graph';
import { dequantizeWeights, quantizeWeights } from '../compression/weightQuantization';
import type { ImageBatch } from '../core/history';
import type { Network } from '../engine/network';
import { normalNumbers, type ModelExport, type TrainedNetwork } from '../exporters/defineModel';
import { modelCardJson, modelCardText } from '../exporters/modelCard';
import { findModelExporter } from '../exporters/models';
import { prove } from '../exporters/prove';
import { loadLiteRuntime } from '../exporters/runtimes/liteRt';
import { losses } from '../losses';
import type { ExportedModel, LayerError, ModelExportRequest, ProducedFile } from '../protocol';
import type { RunSession } from '../training/session';
import { drawnLatents, fixedLatents } from '../training/streams';
import { toImageBatch, type Trainer } from '../training/trainer';
import { byId, everyDataset, everyModel } from './catalogue';
import type { Call } from './handler';

const PROOF_IMAGES = 64;
const CALIBRATION_IMAGES = 64;
/** Latents that calibrate are none of those that a person sees. */
const CALIBRATION_SEED = 0x5eed;
const FIXED_TIME = new Date(1980, 0, 1);

async function trained(network: Network): Promise<TrainedNetwork> {
  const weights = await Promise.all(
    network.weights.map(async ({ name, variable }) => {
      const values = Float32Array.from(await variable.data());
      return [name, { shape: variable.shape, values }] as const;
    }),
  );
  return { spec: network.spec, weights: new Map(weights) };
}

/** What the generator takes for these latents: where it knows classes, the class of each image stands beside. */
function inputRows(trainer: Trainer, latents: Float32Array): Float32Array {
  const classes = trainer.everyClass(latents.length / trainer.latentSize);
  return trainer.classes?.inputRows(latents, classes) ?? latents;
}

/** How far one layer's weights are from the trained ones in this precision. */
function weightError(node: WeightedNode, variant: string): number | null {
  const rounded = variant.includes('float16')
    ? Float32Array.from(toFloat16Bits(node.weights), fromFloat16Bits)
    : variant.startsWith('int4')
      ? dequantizeWeights(quantizeWeights(node, 4))
      : /int8/.test(variant)
        ? dequantizeWeights(quantizeWeights(node, 8))
        : null;
  if (!rounded) return null;
  let error = 0;
  let size = 0;
  for (let i = 0; i < rounded.length; i++) {
    error += (rounded[i] - node.weights[i]) ** 2;
    size += node.weights[i] ** 2;
  }
  return size > 0 ? Math.sqrt(error / size) : 0;
}

const layerErrors = (graph: ExportGraph, variant: string): LayerError[] =>
  graph.nodes.map((node) => ({
    name: node.name,
    kind: node.kind,
    output: node.output,
    parameters: isWeighted(node) ? node.weights.length + node.bias.length : 0,
    weightError: isWeighted(node) ? weightError(node, variant) : null,
  }));

const fileStem = (runName: string): string =>
  runName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'generator';

type Contents = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

const contentsOf = ({ files }: ModelExport): Contents =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? Uint8Array.from(strToU8(content)) : content,
    ]),
  );

/** Bytes that the files have gzipped, each by itself, by the platform's own compressor. */
async function gzippedBytes(files: Contents): Promise<number> {
  let sum = 0;
  for (const bytes of Object.values(files)) {
    const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
    sum += (await new Response(packed).arrayBuffer()).byteLength;
  }
  return sum;
}

const zipOf = (files: Contents): Uint8Array<ArrayBuffer> => zipSync(files, { level: 6, mtime: FIXED_TIME });

/** Values in -1..1 as bytes. */
function asImages(values: Float32Array, [height, width, channels]: readonly number[]): ImageBatch {
  const pixels = Uint8Array.from(values, (v) => Math.max(0, Math.min(255, Math.round((v + 1) * 127.5))));
  return { count: values.length / (height * width * channels), height, width, channels, pixels };
}

/**
 * Nothing may train meanwhile.
 * @param classNames of the data set; null where it has none
 * @throws UnsupportedModelError, LiteRtError, LayersModelError, ExportDiffersError, AbortedError
 */
export async function exportModel(
  session: RunSession,
  classNames: readonly string[] | null,
  { exporter: exporterId, variant: variantId, calibration }: ModelExportRequest,
  call: Call,
): Promise<ExportedModel> {
  const exporter = findModelExporter(exporterId);
  const { trainer, config } = session;
  call.progress('Reading the weights', null);
  const generator = await trained(trainer.average ?? trainer.generator);
  const discriminator = await trained(trainer.discriminator);
  const graph = buildGraph(generator.spec, generator.weights);
  const noise = fixedLatents(config.seed, PROOF_IMAGES, trainer.latentSize);
  const latents = inputRows(trainer, noise);
  const images = trainer.generate(noise);
  const expected = Float32Array.from(await images.data());
  const trainedImages = await toImageBatch(images);
  images.dispose();

  const inputLayout =
    trainer.classes?.inputLayout(trainer.latentSize, classNames) ?? normalNumbers(trainer.latentSize);
  const name = fileStem(session.identity.name);
  call.progress(`Writing ${exporter.label}`, null);
  const written = await exporter.write(
    {
      name,
      generator,
      discriminator,
      inputLayout,
      graph,
      int8: async (bits) => {
        const drawn = drawnLatents(CALIBRATION_SEED, 0, CALIBRATION_IMAGES, trainer.latentSize);
        const rows = inputRows(trainer, drawn);
        return quantizeGraph(
          graph,
          await calibrate(graph, rows, CALIBRATION_IMAGES, calibration, engineRunner),
          bits,
        );
      },
    },
    variantId,
  );

  const variant = exporter.variants.find((v) => v.id === variantId) ?? exporter.variants[0];
  const { proof, drawn } = await prove(
    {
      graph,
      latents,
      rows: PROOF_IMAGES,
      expected,
      liteRt: async () => {
        call.progress('Loading the runtime that checks the file', null);
        const { bootLiteRtInPage } = await import('../exporters/runtimes/liteRtPage');
        return loadLiteRuntime(bootLiteRtInPage);
      },
      signal: call.signal,
      progress: (fraction) => call.progress('Running the file', fraction),
    },
    written.proof,
    variant.meanBound,
  );

  call.progress('Packing', null);
  const files = contentsOf(written);
  const sizeBytes = Object.values(files).reduce((sum, bytes) => sum + bytes.length, 0);
  const gzipBytes = await gzippedBytes(files);
  const model = byId(everyModel, config.model);
  const dataset = byId(everyDataset, config.dataset);
  const facts = {
    name,
    runName: session.identity.name,
    config,
    model: { label: model.label, paper: model.paper },
    dataset: { label: dataset.label, source: dataset.source, licence: dataset.licence },
    loss: { label: byId(losses, config.loss).label },
    step: session.step,
    trainedSeconds: session.seconds,
    lastPoint: session.history.at(-1) ?? null,
    format: exporter.label,
    variant: variant.label,
    inputLayout,
    files: Object.keys(files),
    sizeBytes,
    gzipBytes,
    parameters: parameterCount(graph),
    multiplyAdds: graph.nodes.reduce((sum, node) => sum + nodeMultiplyAdds(node), 0),
    proof,
  };
  const card = {
    'model-card.md': Uint8Array.from(strToU8(modelCardText(facts))),
    'model-card.json': Uint8Array.from(strToU8(modelCardJson(facts))),
  };
  const withCard: ProducedFile = {
    fileName: `${name}-${exporter.id}-${variant.id}.zip`,
    mimeType: 'application/zip',
    bytes: zipOf({ ...files, ...card }),
  };
  const single = Object.entries(files).length === 1 ? Object.entries(files)[0] : null;
  return {
    file: single && { fileName: single[0], mimeType: 'application/octet-stream', bytes: single[1] },
    withCard,
    fileNames: Object.keys(files),
    sizeBytes,
    gzipBytes,
    float32Bytes: 4 * parameterCount(graph),
    proof,
    layers: layerErrors(graph, variant.id),
    trained: trainedImages,
    drawn: asImages(drawn, graph.output),
  };
}
