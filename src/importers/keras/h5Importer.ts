// A whole Keras model as `.h5`: its architecture as a text at the root, its weights in groups by layer.
import { choiceInText, INPUT_TEXT } from '../../exporters/inputText';
import { defineImporter } from '../define';
import { ForeignModelError } from '../../readers/errors';
import { parseFields } from '../fields';
import { Hdf5File, isHdf5 } from '../hdf5/reader';
import { kerasNetwork } from './network';
import { kerasLayerList, versionOf } from './topology';
import { namedWeights } from './weightSource';

export const kerasH5Importer = defineImporter({
  id: 'keras-h5',
  label: 'Keras .h5',

  recognizes: ({ bytes }) => isHdf5(bytes),

  read({ name, bytes }) {
    const file = new Hdf5File(bytes);
    const [architecture] = file.rootTexts('model_config') ?? [];
    if (architecture === undefined) {
      throw new ForeignModelError(
        `${name} is HDF5 without the attribute model_config: weights alone, or no Keras model.`,
        'Save the whole model with model.save("generator.h5"), not only its weights.',
      );
    }
    const layers = kerasLayerList(parseFields(new TextEncoder().encode(architecture), 'model_config'));
    const network = kerasNetwork(
      layers,
      namedWeights(file.datasets()),
      versionOf(file.rootTexts('keras_version')?.[0]),
    );
    const [input = ''] = file.rootTexts(INPUT_TEXT) ?? [];
    return { ...network, choice: choiceInText(input) };
  },
});
