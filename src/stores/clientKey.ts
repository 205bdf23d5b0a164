// How stores reach the one client of the page: provided by main.ts, by tests with a fake worker behind it.
import { inject, type InjectionKey } from 'vue';
import type { Client } from '../client/client';

export const CLIENT: InjectionKey<Client> = Symbol('client');

/** The provided client; a page without one is a programming error. */
export function useClient(): Client {
  const client = inject(CLIENT);
  if (!client) throw new TypeError('No client was provided to the app');
  return client;
}

/** Makes further clients, each with a worker of its own; whoever makes one disposes it. */
export const CLIENT_MAKER: InjectionKey<() => Client> = Symbol('client maker');

/** The provided maker; a page without one is a programming error. */
export function useClientMaker(): () => Client {
  const make = inject(CLIENT_MAKER);
  if (!make) throw new TypeError('No client maker was provided to the app');
  return make;
}
