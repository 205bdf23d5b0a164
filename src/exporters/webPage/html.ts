// The page with a generator inside, as text: put together from the built page, and taken apart again. The model and what is said
// of it stand in elements that no browser runs.
import { readFacts, type WebPageFacts } from './facts';
import { DamagedPageError, packModel, unpackModel } from './packing';

/** Ids of the elements, which the page itself looks for. */
export const FACTS_ID = 'facts';
export const MODEL_ID = 'model';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char]);
/** JSON in which nothing looks like a tag. */
const jsonText = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const filledElement = (id: string, content: string): string => `id="${id}">${content}</script>`;
const emptyElement = (id: string): string => filledElement(id, '');

/** @param built the page of `virtual:web-page` */
export function webPage(
  built: string,
  facts: Omit<WebPageFacts, 'packing'>,
  model: Uint8Array,
  stride: number,
): string {
  const { text, packing } = packModel(model, stride);
  const parts: readonly (readonly [string, string])[] = [
    ['{{title}}', escaped(facts.title)],
    [emptyElement(FACTS_ID), filledElement(FACTS_ID, jsonText({ ...facts, packing }))],
    [emptyElement(MODEL_ID), filledElement(MODEL_ID, text)],
  ];
  return parts.reduce((html, [place, part]) => html.replace(place, () => part), built);
}

function contentOf(html: string, id: string): string {
  const found = new RegExp(`<script type="[\\w/-]+" id="${id}">([^<]*)</script>`).exec(html);
  if (!found) throw new DamagedPageError(`it has no ${id} inside`);
  return found[1];
}

/** What stands in a written page. @throws DamagedPageError */
export function readWebPage(html: string): { facts: WebPageFacts; model: Uint8Array<ArrayBuffer> } {
  const facts = readFacts(contentOf(html, FACTS_ID));
  return { facts, model: unpackModel(contentOf(html, MODEL_ID), facts.packing) };
}
