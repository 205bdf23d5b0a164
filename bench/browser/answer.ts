// The worker's side of the bench's wire: answers every message with the result or the error's text.

export function answerWith<Request, Reply>(handle: (request: Request) => Promise<Reply>): void {
  addEventListener('message', ({ data }: MessageEvent<Request>) => {
    handle(data).then(
      (result) => postMessage({ result }),
      (error: unknown) =>
        postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}
