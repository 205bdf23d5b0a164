// A web page that Export wrote: the .tflite file inside is read, nothing of the page is run.
import { readWebPage } from '../../exporters/webPage/html';
import { defineImporter } from '../define';
import { readTfliteNetwork } from '../tflite/network';

const START = '<!doctype html>';
/** Says what it is before anything that is large. */
const HEAD_BYTES = 8192;
const GENERATOR = '<meta name="generator" content="Ganvas" />';

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export const webPageImporter = defineImporter({
  id: 'web-page',
  label: 'Web page',
  recognizes({ bytes }) {
    if (textOf(bytes.subarray(0, START.length)).toLowerCase() !== START) return false;
    return textOf(bytes.subarray(0, HEAD_BYTES)).includes(GENERATOR);
  },
  read({ bytes }) {
    const { facts, model } = readWebPage(textOf(bytes));
    const read = readTfliteNetwork(model);
    // Pages of earlier versions say of generators that share the input, and their models do not.
    const { kind, names } = facts.choice ?? { kind: 'class', names: [] };
    const isShared = kind === 'generator' && names.length > 1;
    return isShared ? { ...read, choice: { source: 'generators', count: names.length } } : read;
  },
});
