// Every lesson in every language: settings that train, goals and live parts that its text names, texts of one form.
import { describe, expect, it } from 'vitest';
import { LANGUAGE_IDS } from '../../i18n/languages';
import { labPairs } from '../../core/lab';
import { readRunConfig } from '../../core/runConfig';
import { catalogue } from '../../worker/catalogue';
import type { Lesson } from './define';
import { lessons } from './lessons';
import type { Block } from './markdown';
import { readText } from './texts';

const FILES = import.meta.glob<string>('./texts/*/*.md', { query: '?raw', import: 'default', eager: true });
const textOf = (language: string, id: string) => readText(FILES[`./texts/${language}/${id}.md`] ?? '');

const GUIDES = import.meta.glob<string>('../../../docs/teaching*.md', {
  ...{ query: '?raw', import: 'default', eager: true },
});

const partsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'part' ? [`${block.name} ${block.id}`.trim(), ...partsOf(block.blocks)] : [],
  );
const answers = (blocks: readonly Block[]): boolean =>
  blocks.every(
    (block) =>
      block.kind !== 'part' || block.name !== 'question' || block.blocks.some(({ kind }) => kind === 'rule'),
  );

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (id, lesson: Lesson) => {
  it('names each of its live parts and goals once, asks and hints', () => {
    const { title, summary, blocks } = textOf('en', id);
    expect([title, summary]).not.toContain('');
    const parts = partsOf(blocks);
    const named = (name: string) => parts.filter((part) => part.startsWith(`${name} `)).sort();
    expect(named('live')).toEqual(lesson.lives.map((one) => `live ${one.id}`).sort());
    expect(named('goal')).toEqual(lesson.goals.map((one) => `goal ${one.id}`).sort());
    expect(parts.filter((part) => part === 'hint').length).toBeGreaterThan(0);
    expect(parts.filter((part) => part === 'question').length).toBeGreaterThan(0);
    expect(answers(blocks)).toBe(true);
  });

  it.each(LANGUAGE_IDS)('has the same form in %s', (language) => {
    const form = ({ blocks }: ReturnType<typeof readText>) => [
      partsOf(blocks),
      blocks.map(({ kind }) => kind),
    ];
    expect(form(textOf(language, id))).toEqual(form(textOf('en', id)));
  });

  it('has settings that a run can begin with, and goals of places that there are', () => {
    for (const live of lesson.lives)
      if (live.kind === 'run') expect(() => readRunConfig(live.settings, catalogue)).not.toThrow();
    for (const goal of lesson.goals) {
      if (goal.kind === 'lab') expect(labPairs.map((pair) => pair.id)).toContain(goal.pair);
      if (goal.kind === 'run' && goal.metric !== undefined)
        expect(catalogue.metrics.map((metric) => metric.id)).toContain(goal.metric);
      if (goal.kind === 'export') {
        const exporter = catalogue.modelExporters.find((one) => one.id === goal.format);
        expect(exporter?.variants.map((variant) => variant.id)).toContain(goal.variant);
      }
    }
  });
});

it('has a guide for teachers in every language', () => {
  const form = (file: string) =>
    readText(GUIDES[`../../../docs/${file}`] ?? '').blocks.map(({ kind }) => kind);
  for (const language of LANGUAGE_IDS.filter((id) => id !== 'en'))
    expect(form(`teaching.${language}.md`), language).toEqual(form('teaching.md'));
  expect(form('teaching.md').length).toBeGreaterThan(8);
});
