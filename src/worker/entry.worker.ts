// The worker's script: only fetches the rest, and imports nothing else. Parts that are fetched later import what they share
// from there; were it in here, WebKit would run this script a second time for them (vite/oldBrowsers).
try {
  await import('./door');
} catch (error) {
  // Where nobody can catch it, so that the page hears of it as an `error` of this worker: not every browser tells it of a
  // script that did not load.
  setTimeout(() => {
    throw error;
  });
}

export {};
