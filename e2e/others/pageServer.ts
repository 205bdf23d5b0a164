// Serves the built page once for all browsers of a run, on loopback.
import type { TestProject } from 'vitest/node';
import { servePage } from '../../scripts/servePage';

declare module 'vitest' {
  export interface ProvidedContext {
    /** With a slash at its end. */
    pageUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await servePage();
  project.provide('pageUrl', server.url);
  return () => server.close();
}
