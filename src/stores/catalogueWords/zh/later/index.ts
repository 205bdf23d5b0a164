// Chinese texts of what the worker refuses and of what it is doing, fetched once it has answered; by the English text.
import evaluators from './evaluators';
import idxFiles from './idxFiles';
import networks from './networks';
import pictures from './pictures';
import pictureSets from './pictureSets';
import requests from './requests';
import runs from './runs';
import saving from './saving';
import tasks from './tasks';
import training from './training';

export default {
  ...evaluators,
  ...idxFiles,
  ...networks,
  ...pictures,
  ...pictureSets,
  ...requests,
  ...runs,
  ...saving,
  ...tasks,
  ...training,
};
