// What bench/style/gatys_reference.py takes of style transfer on the layers of an encoder, as files in a folder.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParamValues } from '../../src/core/paramSpec';
import type { EncoderDefinition } from '../../src/encoders/define';
import { packEncoder } from '../../src/encoders/weights';
import type { FeatureNetwork } from '../../src/tasks/style/look';
import { GATYS_CONFIG, type Pictures } from './openGatys';

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const layersOf = (params: ParamValues, kind: 'content' | 'style', place: number, blocks: number) =>
  Array.from({ length: blocks }, (_, i) => i + 1).flatMap((block) => {
    const weight = params[`${kind}${block}`];
    return typeof weight === 'number' && weight > 0 ? [[`conv${block}_${place}`, weight]] : [];
  });

/**
 * Writes a job, its weights and its pictures into `folder`.
 * @returns the path of the job
 */
export async function writeGatysJob(
  folder: string,
  { side, content, style }: Pictures,
  { definition, weights }: FeatureNetwork,
  more: Readonly<Record<string, unknown>>,
): Promise<string> {
  const [job, ofWeights, ofPictures] = ['job.json', 'weights', 'pictures'].map((name) => join(folder, name));
  await writeFile(ofWeights, packEncoder(definition, weights, 'float32').bytes);
  const pictures = new Float32Array(3 * content.length);
  [content, style, content].forEach((picture, i) => pictures.set(picture, i * content.length));
  await writeFile(ofPictures, bytesOf(pictures));
  const { taskParams } = GATYS_CONFIG;
  const { input, blocks }: EncoderDefinition = definition;
  const described = {
    ...{ side, input, pooling: 'average', weights: ofWeights, pictures: ofPictures },
    blocks: blocks.map(({ convolutions, filters }) => [convolutions, filters]),
    content: layersOf(taskParams, 'content', 2, blocks.length),
    style: layersOf(taskParams, 'style', 1, blocks.length),
    factors: [taskParams.contentWeight, taskParams.styleWeight, taskParams.smoothWeight],
    ...more,
  };
  await writeFile(job, JSON.stringify(described));
  return job;
}
