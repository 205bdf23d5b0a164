// Importing what a person gave: group after group, with what is being done, the question which of several models is meant,
// and a cancel, after which nothing of the group at hand is left and no further one is begun.
import { shallowRef } from 'vue';
import { AbortedError, choicesOf } from '../../core/errors';
import type { NamedFile } from '../../protocol';
import { inWords } from '../../stores/catalogueWords';
import { useNoticesStore } from '../../stores/noticesStore';
import { useReturnedSweeps } from '../../stores/returnedSweeps';
import { useGalleryStore } from './galleryStore';
import { describeImport, importGroups } from './importing';
import { words } from './words';

/** Files in which there are several models, of which one is to be opened. */
export interface ImportQuestion {
  readonly files: readonly NamedFile[];
  readonly choices: readonly string[];
}

/** Call within a component's setup. An import goes on when the page is left, and says what came of it. */
export function useImports() {
  const gallery = useGalleryStore();
  const notices = useNoticesStore();
  const returned = useReturnedSweeps();
  /** What is being done, in words; null when nothing is. */
  const busy = shallowRef<string | null>(null);
  const cancellable = shallowRef(false);
  const questions = shallowRef<readonly ImportQuestion[]>([]);
  let controller: AbortController | null = null;

  async function takeGroup(files: readonly NamedFile[], signal: AbortSignal, choice?: string): Promise<void> {
    busy.value = words('import.reading', { file: choice ?? files[0].name });
    const onProgress = (what: string): void => {
      if (!signal.aborted) busy.value = inWords(what);
    };
    try {
      const summary = await gallery.importFiles(files, { choice, signal, onProgress });
      returned.bring(summary);
      notices.say(words('import.done'), describeImport(summary));
    } catch (error) {
      const choices = choicesOf(error);
      if (choices.length > 0) questions.value = [...questions.value, { files, choices }];
      else if (error instanceof Error && error.name === AbortedError.name) return;
      else notices.report(error);
    }
  }

  async function work(groups: readonly (readonly NamedFile[])[], choice?: string): Promise<void> {
    const own = new AbortController();
    controller = own;
    cancellable.value = true;
    for (const files of groups) if (!own.signal.aborted) await takeGroup(files, own.signal, choice);
    if (own.signal.aborted) notices.say(words('import.cancelled'), words('import.nothing'));
    controller = null;
    busy.value = null;
  }

  const take = (files: readonly NamedFile[]) => work(importGroups(files));

  function leaveQuestion(): void {
    questions.value = questions.value.slice(1);
  }

  /** Answers the first question. */
  async function choose(choice: string): Promise<void> {
    const [question] = questions.value;
    leaveQuestion();
    await work([question.files], choice);
  }

  function cancel(): void {
    controller?.abort();
    cancellable.value = false;
    busy.value = words('import.cancelling');
  }

  return { busy, cancellable, questions, take, choose, leaveQuestion, cancel };
}
