// Locks of the browser, where it gives them: pages over plain HTTP have none, and a page that the browser lets keep nothing (in
// a frame of another site, say) is refused each. https://w3c.github.io/web-locks/

/** Null where no lock can be had. Never rejects. */
export async function webLocks(): Promise<LockManager | null> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  return locks
    ? locks.query().then(
        () => locks,
        () => null,
      )
    : null;
}
