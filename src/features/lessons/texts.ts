// The texts of the lessons in the language that is spoken: all of a language in one file, so that a class that has opened one
// lesson has them all when the network goes.
import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { language } from '../../i18n/language';
import type { Language } from '../../i18n/languages';
import { parseLesson, plainText, type Block } from './markdown';
import english from './texts/en';

export interface LessonText {
  readonly title: string;
  /** Its first paragraph. */
  readonly summary: string;
  readonly blocks: readonly Block[];
}

type Texts = Readonly<Record<string, string>>;

const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly default: Texts }>>> = {
  de: () => import('./texts/de'),
  es: () => import('./texts/es'),
  zh: () => import('./texts/zh'),
};

const fetched = shallowRef<Partial<Record<Language, Texts>>>({ en: english });

async function fetchTexts(of: Language): Promise<void> {
  if (of === 'en' || fetched.value[of]) return;
  try {
    const { default: texts } = await OTHERS[of]();
    fetched.value = { ...fetched.value, [of]: texts };
  } catch {
    return; // offline: English stays, and a later choice tries again
  }
}

export function readText(text: string): LessonText {
  const blocks = parseLesson(text);
  const words = (kind: 'heading' | 'paragraph'): string => {
    const found = blocks.find((block) => block.kind === kind);
    return found && 'parts' in found ? plainText(found.parts) : '';
  };
  return { title: words('heading'), summary: words('paragraph'), blocks };
}

/** Each text by the id of its lesson; `teaching` is the guide for teachers. */
export function useLessonTexts(): ComputedRef<Readonly<Record<string, LessonText>>> {
  watch(language, (now) => void fetchTexts(now), { immediate: true });
  return computed(() => {
    const texts = { ...english, ...fetched.value[language.value] };
    return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, readText(text)]));
  });
}
