// THE wire between page and worker: requests with one reply each, and events. Types only, one file for each
// family of messages.
// Binary data travels as transferred typed arrays; everything else is plain JSON-like data.
export type * from './catalogue';
export type * from './engine';
export type * from './inside';
export type * from './latent';
export type * from './runs';
export type * from './samples';
export type * from './models';
export type * from './requests';
export type * from './events';
