// Generator, discriminator and both in a row as Keras models.
import { defineModelExporter, type ModelExportJob } from '../defineModel';
import { kerasArchive, kerasH5, kerasJson, type KerasModel } from './files';
import { kerasLayers } from './layers';

function models({ generator, discriminator }: ModelExportJob): readonly KerasModel[] {
  const [g, d] = [generator, discriminator].map(({ spec, weights }): KerasModel => ({
    name: spec.name,
    input: spec.input,
    layers: kerasLayers(spec, weights),
  }));
  if (d.layers.length === 0) return [g]; // an imported generator has no discriminator
  return [g, d, { name: 'combined', input: g.input, layers: [...g.layers, ...d.layers] }];
}

export const kerasExporter = defineModelExporter({
  id: 'keras',
  label: 'Keras',
  help: 'Generator, discriminator and both combined, to go on training or to convert in Python.',
  variants: [
    {
      id: 'h5',
      label: '.h5 and .json',
      help: 'The older format, which Keras 2 and 3 read, and the architecture alone as JSON.',
      meanBound: 0.0005,
    },
    { id: 'keras', label: '.keras', help: 'The format of Keras 3.', meanBound: 0.0005 },
  ],
  async write(job, variant) {
    const files: Record<string, Uint8Array<ArrayBuffer> | string> = {};
    for (const model of models(job)) {
      if (variant === 'keras') files[`${model.name}.keras`] = await kerasArchive(model);
      else {
        files[`${model.name}.h5`] = await kerasH5(model);
        files[`${model.name}.json`] = kerasJson(model);
      }
    }
    return { files, proof: { runtime: 'floatReference', graph: job.graph } };
  },
});
