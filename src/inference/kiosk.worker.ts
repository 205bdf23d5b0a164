// The kiosk worker's script: only fetches the rest, and keeps what comes meanwhile. Runtimes that are fetched later import
// what they share from there; were it in here, WebKit would run this script a second time for them (vite/oldBrowsers).
import type { KioskRequestMessage } from '../protocol/kiosk';

const early: MessageEvent<KioskRequestMessage>[] = [];
self.onmessage = (event: MessageEvent<KioskRequestMessage>): void => void early.push(event);

try {
  const { hear } = await import('./kioskDoor');
  self.onmessage = hear;
  early.forEach(hear);
} catch (error) {
  // Where nobody can catch it: the page hears of it as an `error` of this worker.
  setTimeout(() => {
    throw error;
  });
}
