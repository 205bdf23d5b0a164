// German texts of what the worker refuses and of what it is doing, fetched once it has answered; by the English text.
import networks from './networks';
import pictures from './pictures';
import requests from './requests';
import runs from './runs';

export default { ...networks, ...pictures, ...requests, ...runs };
