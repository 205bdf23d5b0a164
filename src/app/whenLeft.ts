// A page that is left may be kept whole, to be shown at once when the person comes back. WebKit lets its worker go on
// meanwhile, which holds the open run against the next visit. So the worker ends with the visit, as it does where pages are
// not kept, and whoever comes back begins anew from the last save. Nothing fails by it: a failure would be written down in the
// last moment of the visit. https://web.dev/articles/bfcache
import type { Client } from '../client/client';

export function endWhenLeft(client: Pick<Client, 'leave'>, page: Window = window): void {
  page.addEventListener('pagehide', () => client.leave());
  page.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) page.location.reload();
  });
}
