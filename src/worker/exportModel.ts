// Takes the generator of the open run out: reads its weights, writes the files, runs them, packs them with a card.
import { inputShape, outputShape } from '../graph/edges';
import { strToU8, zipSync } from 'fflate';
import { multiplyAdds, parameterCount } from '../graph/facts';
import { volume } from '../graph/graph';
import { quantizeGraph } from '../graph/int8Graph';
import { reportLayers } from '../compression/layerReport';
import { isFullInteger } from '../compression/variants';
import type { ImageBatch } from '../core/history';
import { sha256Hex } from '../datasets/sha256';
import { checkedOptions, type ModelExport } from '../exporters/defineModel';
import { modelCardJson, modelCardText } from '../exporters/modelCard';
import { findModelExporter } from '../exporters/models';
import { prove } from '../exporters/prove';
import { loadLiteRuntime } from '../exporters/runtimes/liteRt';
import { losses } from '../losses';
import { optionWords, readersOf } from '../core/fileReaders';
import { parameterTotal } from '../core/network';
import type { ExportedModel, NamingProof, ModelExportRequest, ProducedFile, VariantId } from '../protocol';
import { predictedClasses } from '../metrics/evaluator/predictedClasses';
import { graphOf } from '../training/generatorGraph';
import type { RunSession } from '../training/session';
import { byId, everyDataset } from './catalogue';
import type { Call } from './handler';
import type { Leaving } from './leaving';

/** Inputs that files are proved on. */
export const PROOF_IMAGES = 64;
/** Images on which every layer's output is compared. */
const WATCHED_IMAGES = 16;
const FIXED_TIME = new Date(1980, 0, 1);

/** The precision that a variant of an exporter comes down to. */
function precisionOf(variant: string): VariantId {
  if (variant.includes('float16')) return 'float16';
  if (variant.startsWith('int4')) return 'int4-weights';
  if (/^int8(-|$)/.test(variant) || variant.includes('qdq')) return 'int8';
  return /int8/.test(variant) ? 'int8-weights' : 'float32';
}

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

/** Values in -1..1 as bytes; of two channels, which no canvas shows, the first. */
function asImages(all: Float32Array, [height, width, made]: readonly number[]): ImageBatch {
  const channels = made === 2 ? 1 : made;
  const values = made === 2 ? all.filter((_, i) => i % 2 === 0) : all;
  const pixels = Uint8Array.from(values, (v) => Math.max(0, Math.min(255, Math.round((v + 1) * 127.5))));
  return { count: values.length / (height * width * channels), height, width, channels, pixels };
}

/** @param labels right classes; `expected` and `drawn` shares of the classes, picture after picture, `drawn` of the first ones */
function namingProof(labels: Uint8Array, expected: Float32Array, drawn: Float32Array): NamingProof {
  const classes = expected.length / labels.length;
  const images = drawn.length / classes;
  const trained = predictedClasses(expected.subarray(0, drawn.length), classes);
  const written = predictedClasses(drawn, classes);
  const shareOf = (isCounted: (i: number) => boolean): number =>
    Array.from({ length: images }, (_, i) => i).filter(isCounted).length / images;
  return {
    images,
    accuracyTrained: shareOf((i) => trained[i] === labels[i]),
    accuracyWritten: shareOf((i) => written[i] === labels[i]),
    agreement: shareOf((i) => written[i] === trained[i]),
  };
}

/**
 * Nothing may train meanwhile.
 * @param leaving what of the session's run leaves, with inputs to prove the files on
 * @throws UnsupportedModelError, LiteRtError, LayersModelError, ExportDiffersError, AbortedError
 */
export async function exportModel(
  session: RunSession,
  { generator, discriminator, input, generators, inputLayout, expected, labels, ...leaving }: Leaving,
  { exporter: exporterId, variant: variantId, calibration, options: asked, title }: ModelExportRequest,
  call: Call,
): Promise<ExportedModel> {
  const exporter = findModelExporter(exporterId);
  const options = checkedOptions(exporter, asked);
  const { config } = session;
  const graph = graphOf(generator);
  const latents = leaving.rows;
  const rows = expected.length / volume(outputShape(graph));
  const record = session.identity.compression ?? null;
  const origin = session.identity.imported;
  const imported = origin && { fileName: origin.fileName, format: origin.format, notes: origin.notes };
  const ranges = () => leaving.ranges(graph, calibration);
  const name = fileStem(session.identity.name);
  call.progress(`Writing ${exporter.label}`, null);
  const written = await exporter.write(
    {
      name,
      generator,
      discriminator,
      input,
      generators,
      picture: leaving.picture,
      title: title ?? session.identity.name,
      classNames: leaving.classNames,
      inputLayout,
      graph,
      int8: async (bits) => quantizeGraph(graph, await ranges(), bits),
      options,
    },
    variantId,
  );

  const variant = exporter.variants.find((v) => v.id === variantId) ?? exporter.variants[0];
  const { proof: drawing, drawn } = await prove(
    {
      graph,
      latents,
      rows,
      expected,
      liteRt: async () => {
        call.progress('Loading the runtime that checks the file', null);
        const { bootLiteRtInPage } = await import('../exporters/runtimes/liteRtPage');
        return loadLiteRuntime(bootLiteRtInPage);
      },
      openPage: async (html) => (await import('../player/openWebPage')).openWebPage(html),
      signal: call.signal,
      progress: (fraction) => call.progress('Running the file', fraction),
    },
    written.proof,
    variant.meanBound,
  );

  const naming = labels && namingProof(labels, expected, drawn);
  const proof = { ...drawing, ...(naming && { naming }) };
  call.progress('Packing', null);
  const precision = precisionOf(variant.id);
  const files = contentsOf(written);
  const sizeBytes = Object.values(files).reduce((sum, bytes) => sum + bytes.length, 0);
  const gzipBytes = await gzippedBytes(files);
  const dataset = byId(everyDataset, config.dataset);
  const facts = {
    name,
    runName: session.identity.name,
    config,
    model: leaving.model,
    dataset: { label: dataset.label, source: dataset.source, licence: dataset.licence },
    loss: { label: byId(losses, config.loss).label },
    step: session.step,
    trainedSeconds: session.seconds,
    lastPoint: session.history.at(-1) ?? null,
    format: exporter.label,
    variant: variant.label,
    input,
    picture: leaving.picture,
    inputLayout,
    files: Object.keys(files),
    readBy: readersOf(variant.readBy, options),
    options: optionWords(exporter.options ?? [], options),
    notes: written.notes ?? [],
    sizeBytes,
    gzipBytes,
    parameters: parameterTotal(generator.spec),
    foldedParameters: parameterCount(graph),
    multiplyAdds: multiplyAdds(graph),
    proof,
    ...(imported && !record && { imported }),
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
    input,
    picture: leaving.picture,
    fileSha256: single && (await sha256Hex(single[1])),
    file: single && { fileName: single[0], mimeType: 'application/octet-stream', bytes: single[1] },
    withCard,
    fileNames: Object.keys(files),
    notes: written.notes ?? [],
    sizeBytes,
    gzipBytes,
    float32Bytes: 4 * parameterCount(graph),
    proof,
    layers: await reportLayers({
      graph,
      variant: precision,
      calibration: isFullInteger(precision) ? await ranges() : null,
      inputs: latents.slice(0, WATCHED_IMAGES * volume(inputShape(graph))),
      rows: Math.min(WATCHED_IMAGES, rows),
    }),
    trained: labels ? null : asImages(expected, outputShape(graph)),
    drawn: labels ? null : asImages(drawn, outputShape(graph)),
  };
}
