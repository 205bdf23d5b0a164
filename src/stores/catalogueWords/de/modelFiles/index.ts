// German texts of what is wrong with files that a person gives, fetched once some are given; by the English text.
import hdf5 from './hdf5';
import keras from './keras';
import layers from './layers';
import native from './native';
import networks from './networks';
import onnx from './onnx';
import opening from './opening';
import others from './others';
import runs from './runs';
import zips from './zips';

export default {
  ...hdf5,
  ...keras,
  ...layers,
  ...native,
  ...networks,
  ...onnx,
  ...opening,
  ...others,
  ...runs,
  ...zips,
};
