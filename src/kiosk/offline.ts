// Asks the browser to keep the page, where it can (secure contexts). A new version is fetched whole beside the old one;
// when it is complete the page is loaded anew, once, so that no page is ever made of two versions.

/** How often a page that is never closed asks for a new version. */
const UPDATE_EVERY_MS = 3_600_000;

function activate(worker: ServiceWorker | null): void {
  worker?.postMessage('activate');
}

export function keepOffline(): void {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  const first = workers.controller === null;
  let reloaded = false;
  workers.addEventListener('controllerchange', () => {
    if (first || reloaded) return; // the first version takes over what is already whole
    reloaded = true;
    location.reload();
  });
  void workers.register('./sw.js', { scope: './', updateViaCache: 'none' }).then(
    (registration) => {
      activate(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => {
          if (installing.state === 'installed') activate(registration.waiting);
        });
      });
      setInterval(() => void registration.update().catch(() => undefined), UPDATE_EVERY_MS);
    },
    () => undefined, // private windows refuse; the page works without
  );
}
