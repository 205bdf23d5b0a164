// Every request that the worker answers, by kind.
import type { RequestKind } from '../../protocol';
import type { Handler } from '../handler';
import { encoderHandlers } from './encoder';
import { engineHandlers } from './engine';
import { classifierHandlers } from './classifier';
import { lineHandlers } from './line';
import { insideHandlers } from './inside';
import { latentHandlers } from './latent';
import { measureHandlers } from './measures';
import { modelHandlers } from './model';
import { pictureHandlers } from './pictures';
import { runHandlers } from './run';
import { sampleHandlers } from './samples';
import { datasetHandlers, runsHandlers } from './storage';

/** Aborting is the dispatcher's own. */
export type HandledKind = Exclude<RequestKind, 'request/abort'>;

export const handlers: { readonly [K in HandledKind]: Handler<K> } = {
  ...engineHandlers,
  ...modelHandlers,
  ...runHandlers,
  ...sampleHandlers,
  ...pictureHandlers,
  ...measureHandlers,
  ...lineHandlers,
  ...insideHandlers,
  ...latentHandlers,
  ...classifierHandlers,
  ...encoderHandlers,
  ...datasetHandlers,
  ...runsHandlers,
};
