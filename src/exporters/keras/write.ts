// Writes generator, discriminator and both in a row.
import { networkTotals } from '../../core/network';
import type { ParamValues } from '../../core/paramSpec';
import type { ModelExport, ModelExportJob, TrainedNetwork } from '../defineModel';
import { inputText } from '../inputText';
import { endedDiscriminator, portableNetwork } from '../portable';
import type { VariantOf } from '../readBy';
import { inARow, kerasModel, type KerasModel } from './architecture';
import { kerasArchive, kerasH5, kerasJson } from './files';

interface Written {
  readonly models: readonly KerasModel[];
  readonly notes: readonly string[];
}

function modelOf(network: TrainedNetwork): KerasModel {
  const { spec, weights } = portableNetwork(network);
  return kerasModel(spec, weights);
}

function modelsOf(
  { generator, discriminator, input, generators }: ModelExportJob,
  options: ParamValues,
): Written {
  const said = inputText(input, generators);
  const g = { ...modelOf(generator), ...(said !== '' && { inputText: said }) };
  const { inputs, nodes } = discriminator.spec;
  if (nodes.length === 0) return { models: [g], notes: [] }; // of an imported generator there is none
  if (nodes.some(({ kind }) => kind === 'minibatchStd')) {
    const note = 'Keras has no layer that compares the images of a batch: the discriminator was left out.';
    return { models: [g], notes: [note] };
  }
  const ended = endedDiscriminator(discriminator, options);
  const d = modelOf(ended);
  if (inputs.length > 1 || networkTotals(generator.spec).output.join() !== inputs[0].shape.join()) {
    const note = 'The discriminator takes several images at a time, so there is no combined model.';
    return { models: [g, d], notes: [ended.note, note] };
  }
  return { models: [g, d, inARow('combined', g, d)], notes: [ended.note] };
}

export async function write(
  job: ModelExportJob,
  variant: VariantOf<'keras'>,
  options: ParamValues,
): Promise<ModelExport> {
  const files: Record<string, Uint8Array<ArrayBuffer> | string> = {};
  const { models, notes } = modelsOf(job, options);
  for (const model of models) {
    if (variant === 'keras') files[`${model.name}.keras`] = await kerasArchive(model);
    else {
      files[`${model.name}.h5`] = await kerasH5(model);
      files[`${model.name}.json`] = kerasJson(model);
    }
  }
  return { files, proof: { runtime: 'floatReference', graph: job.graph }, notes };
}
