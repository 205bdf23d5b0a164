// Requests about feature networks whose weights a person gives.
import { InvalidValueError } from '../../core/errors';
import { encoders } from '../../encoders';
import { keepEncoder } from '../../encoders/openEncoder';
import { MOST_FILE_BYTES } from '../../encoders/weights';
import { OversizedModelError } from '../../readers/errors';
import { byId } from '../catalogue';
import type { HandlersOf } from '../handler';

export const encoderHandlers: HandlersOf<'encoder'> = {
  async 'encoder/provide'({ encoder, files }, _, { progress }) {
    const definition = byId(encoders, encoder);
    if (definition.origin !== 'files')
      throw new InvalidValueError(`${definition.label} takes no file.`, 'Choose VGG16 or VGG19.');
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
    if (bytes > MOST_FILE_BYTES)
      throw new OversizedModelError(
        `The files have ${bytes} bytes; ${MOST_FILE_BYTES} are the most. The file without the dense layers (notop) is enough.`,
      );
    progress('Reading the weights', null);
    const given = await Promise.all(
      files.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const { encoderWeightsOf } = await import('../../encoders/fileWeights');
    const weights = encoderWeightsOf(definition, given);
    progress('Keeping the weights on this device', null);
    const { where } = await keepEncoder(definition, weights);
    const layers = weights.size / 2;
    return {
      message:
        `The weights of ${layers} layers are ready.` +
        (where === 'session' ? ' They are kept until the page is closed only.' : ''),
      leftOut: [],
    };
  },
};
