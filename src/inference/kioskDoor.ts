// The kiosk worker's door: one message in, one message out, one after the other.
import { toWireError } from '../core/errors';
import { allowOwnScripts } from '../core/scriptUrls';
import type { KioskReplyMessage, KioskRequestMessage, KioskThreadMessage, Seen } from '../protocol/kiosk';
import { KioskRequests } from './kioskRequests';

allowOwnScripts(self.location.href);

const requests = new KioskRequests((making) => self.postMessage({ making } satisfies KioskThreadMessage));
let last: Promise<void> = Promise.resolve();

/** A picture that is shown as it was given comes back as it is. */
const buffersOf = ({ outcome }: Seen): Transferable[] => {
  const made = outcome.kind === 'named' ? outcome.shares : outcome.made;
  return [outcome.given.buffer, made.buffer];
};

async function answer({ id, request }: KioskRequestMessage): Promise<void> {
  let reply: KioskReplyMessage;
  let transfer: Transferable[] = [];
  try {
    const value = await requests.answer(request);
    reply = { id, ok: true, value };
    if ('pixels' in value) transfer = [value.pixels.buffer];
    else if ('outcome' in value) transfer = buffersOf(value);
  } catch (error) {
    reply = { id, ok: false, error: toWireError(error) };
  }
  self.postMessage(reply, { transfer });
}

/** Answers after all that came before. */
export function hear({ data }: MessageEvent<KioskRequestMessage>): void {
  last = last.then(() => answer(data));
}
