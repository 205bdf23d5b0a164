// A part of the frame that is fetched once it is needed, with its words in the language that is spoken: no place waits for them.
import { defineAsyncComponent, type Component } from 'vue';
import { wordsReady } from '../i18n/language';

/** @param load as `defineAsyncComponent` takes it */
export const spokenPart = (load: () => Promise<{ readonly default: Component }>): Component =>
  defineAsyncComponent(async () => {
    const part = await load();
    await wordsReady();
    return part;
  });
