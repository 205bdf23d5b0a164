// Every text of the catalogue, the settings and the charts in every language, and none besides.
import { expect, it } from 'vitest';
import { labPairs } from '../../core/lab';
import { labRecipes } from '../../core/lab/recipes';
import { RUN_PARAMS } from '../../core/runParams';
import { CLASS_CHARTS, LAB_CHARTS, NAMING_CHARTS, SAMPLE_CHARTS, TRANSLATION_CHARTS } from '../../ui/charts';
import { RANDOM_CAVEAT } from '../../ui/charts/quality';
import { ENGINE_PARAMS, GROUP_NAMES } from '../../ui/run/settingGroups';
import { sourceParts } from '../../ui/fields/sourceParts';
import { catalogue } from '../../worker/catalogue';
import { chooseToSpeak } from '../../i18n/language';
import { spoken } from '.';
import german from './de';
import spanish from './es';
import chinese from './zh';

const SAID = [
  ...['label', 'help', 'nickname', 'title', 'caution', 'unit', 'group', 'xUnit', 'runName'],
  ...['summary', 'lookFor', 'brokenWord', 'why'],
];
/** Two letters and more are a word; `s` and `%` are the same everywhere. */
const isText = (text: string): boolean => /[A-Za-z]{2}/.test(text);

function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'string' ? (SAID.includes(key) && isText(inner) ? [inner] : []) : textsOf(inner),
  );
}

const NOTHING = { history: [], measures: [] };
const charts = [SAMPLE_CHARTS, CLASS_CHARTS, LAB_CHARTS, TRANSLATION_CHARTS, NAMING_CHARTS].flat();
const texts = new Set([
  ...[catalogue, RUN_PARAMS, ENGINE_PARAMS, charts, labPairs, labRecipes].flatMap(textsOf),
  ...charts.flatMap((chart) =>
    textsOf(
      chart.source === 'history' ? chart.toChartData(NOTHING.history) : chart.toChartData(NOTHING.measures),
    ),
  ),
  // Sources are names and years, but for how a model follows them.
  ...[...catalogue.models, ...catalogue.losses]
    .map(({ paper = '' }) => sourceParts(paper).words)
    .filter((words) => /\bafter\b/i.test(words)),
  ...GROUP_NAMES,
  RANDOM_CAVEAT,
]);

it.each([
  ['German', german],
  ['Spanish', spanish],
  ['Chinese', chinese],
] as const)('%s has them all', (_, dictionary: Readonly<Record<string, string>>) => {
  expect([...texts].filter((text) => !(dictionary[text] ?? ''))).toEqual([]);
  expect(Object.keys(dictionary).filter((text) => !texts.has(text))).toEqual([]);
});

it('leaves charts in English, which name the columns of tables, for whoever shows them to say', async () => {
  await chooseToSpeak('es');
  const said = spoken(catalogue);
  expect(said.tasks.map(({ charts }) => charts)).toEqual(catalogue.tasks.map(({ charts }) => charts));
  expect(said.tasks).not.toEqual(catalogue.tasks);
  await chooseToSpeak('en');
});
