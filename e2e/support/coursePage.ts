// A page of a course on an origin of its own (another site than the tests' servers, as a school's platform is another than the
// host of this page), which shows a frame.
import { createServer } from 'node:http';

export interface CoursePage {
  readonly origin: string;
  close(): Promise<void>;
}

/** What a course page sends that isolates itself. */
export const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;

/** @param frame HTML of the frame; asked for with each request, since it may name this page's origin */
export async function serveCoursePage(
  headers: Readonly<Record<string, string>>,
  frame: () => string,
): Promise<CoursePage> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(`<!doctype html><title>Course</title><h1>Week 3</h1>${frame()}`);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The course page has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
