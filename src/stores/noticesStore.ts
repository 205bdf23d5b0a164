// What happened and was kept, for the banner: errors stay until closed, good news goes by itself.
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { AbortedError, toWireError } from '../core/errors';
import type { LeftOut } from '../core/readLink';
import { errorTitle } from './errorTitle';

export interface Notice {
  readonly id: number;
  readonly tone: 'error' | 'info';
  readonly title: string;
  readonly message: string;
  readonly hint: string;
  /** What can be done about it with one press; pressing it closes the notice. */
  readonly action?: NoticeAction;
}

export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

const INFO_MS = 8000;
/** Something to decide on, or a list, stays longer. */
const LONG_MS = 30_000;
const MOST = 3;
const MOST_REASONS = 4;
const MOST_NAMES = 20;
const LONGEST_NAME = 40;
const LONG_MESSAGE = 80;

export const useNoticesStore = defineStore('notices', () => {
  const list = shallowRef<readonly Notice[]>([]);
  let nextId = 1;

  function close(id: number): void {
    list.value = list.value.filter((notice) => notice.id !== id);
  }

  function add(notice: Omit<Notice, 'id'>): void {
    const id = nextId++;
    const others = list.value.filter((n) => n.message !== notice.message || n.title !== notice.title);
    list.value = [...others, { ...notice, id }].slice(-MOST);
    if (notice.tone === 'info')
      setTimeout(() => close(id), notice.action || notice.message.length > LONG_MESSAGE ? LONG_MS : INFO_MS);
  }

  /** Shows any thrown value. What the person cancelled is no news; a lost worker is told by the engine itself. */
  function report(error: unknown): void {
    if (error instanceof AbortedError || (error instanceof Error && error.name === 'WorkerLostError')) return;
    const { name, message, hint } = toWireError(error);
    add({ tone: 'error', title: errorTitle(name), message, hint });
  }

  function say(title: string, message: string, hint = '', action?: NoticeAction): void {
    add({ tone: 'info', title, message, hint, ...(action && { action }) });
  }

  /** Says what of a link was not used; nothing when all of it was. */
  function leftOutOfLink(leftOut: readonly LeftOut[]): void {
    if (leftOut.length === 0) return;
    const reasons = leftOut.slice(0, MOST_REASONS).map(({ reason }) => reason);
    const more = leftOut.slice(MOST_REASONS).map(({ key }) => key.slice(0, LONGEST_NAME));
    const named = [...new Set(more)].slice(0, MOST_NAMES).join(', ');
    if (more.length > 0)
      reasons.push(
        `${more.length} more were left out, too: ${named}${more.length > MOST_NAMES ? ', …' : '.'}`,
      );
    add({
      tone: leftOut.every(({ foreign }) => foreign) ? 'info' : 'error',
      title: 'Some of the link was left out',
      message: reasons.join(' '),
      hint: 'Everything else of it was taken.',
    });
  }

  return { list, add, close, report, say, leftOutOfLink };
});
