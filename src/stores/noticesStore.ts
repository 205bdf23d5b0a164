// What happened and was kept, for the banner: errors stay until closed, good news goes by itself.
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { AbortedError, toWireError } from '../core/errors';

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
/** Something to decide on stays longer. */
const ACTION_MS = 30_000;
const MOST = 3;

/** `DatasetFileError` as people read it: `Dataset file error`. */
export function errorTitle(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word, i) => (i === 0 || /^[A-Z]{2,}/.test(word) ? word : word.toLowerCase()));
  return words.join(' ');
}

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
    if (notice.tone === 'info') setTimeout(() => close(id), notice.action ? ACTION_MS : INFO_MS);
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

  return { list, add, close, report, say };
});
