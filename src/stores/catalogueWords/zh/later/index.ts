// Chinese texts of what the worker refuses and of what it is doing, fetched once it has answered; by the English text.
import idxFiles from './idxFiles';
import networks from './networks';
import pictures from './pictures';
import requests from './requests';
import runs from './runs';
import training from './training';

export default { ...idxFiles, ...networks, ...pictures, ...requests, ...runs, ...training };
