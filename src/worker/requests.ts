// What answers the page's requests, with TensorFlow.js and all that it takes: fetched behind the worker's door.
import type { RequestMessage } from '../protocol';
import { createContext } from './context';
import { createDispatcher, type Post } from './dispatch';

export const startDispatch = (post: Post): ((message: RequestMessage) => void) =>
  createDispatcher(createContext(post), post);
