// The import rules of docs/ARCHITECTURE.md as a failing check: two towers on one ground floor.
/** Rooms of the ML tower from low to high; a room may import only rooms below it (and itself). */
const tower = [
  ['core'],
  ['protocol'],
  ['engine'],
  ['graph'],
  ['datasets', 'models', 'losses', 'metrics'],
  ['compression', 'checkpoints'],
  ['exporters'],
  ['inference'],
  ['importers'],
  ['training'],
  ['worker'],
];
/** Rooms of the page tower. The kiosk is a page of its own beside features and app. */
const page = [['core', 'protocol'], ['client'], ['stores'], ['ui'], ['features', 'kiosk'], ['app']];

const room = (names) => `^src/(${names.join('|')})/`;

const upward = (levels, name) =>
  levels.flatMap((level, i) => {
    const above = levels.slice(i + 1).flat();
    const rules = above.length
      ? [
          {
            name: `${name}-${level.join('-')}-imports-upward`,
            severity: 'error',
            from: { path: room(level) },
            to: { path: room(above) },
          },
        ]
      : [];
    for (const own of name === 'ml' && level.length > 1 ? level : []) {
      rules.push({
        name: `ml-${own}-imports-sibling`,
        severity: 'error',
        from: { path: room([own]) },
        to: { path: room(level.filter((other) => other !== own)) },
      });
    }
    return rules;
  });

const mlOnly = tower.flat().filter((n) => n !== 'core' && n !== 'protocol');
const pageOnly = page.flat().filter((n) => n !== 'core' && n !== 'protocol');

module.exports = {
  forbidden: [
    ...upward(tower, 'ml'),
    ...upward(page, 'page'),
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'kiosk-is-a-page-of-its-own',
      severity: 'error',
      from: { path: '^src/kiosk/' },
      to: { path: '^src/(stores|features|app)/' },
    },
    {
      name: 'nothing-knows-the-kiosk',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/kiosk/' },
      to: { path: '^src/kiosk/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'ml-tower-is-page-free',
      severity: 'error',
      from: { path: room(tower.flat()) },
      to: { path: '(^|/)node_modules/(vue|pinia|chart\\.js|vue-router)/|' + room(pageOnly) },
    },
    {
      name: 'page-tower-has-no-tfjs',
      severity: 'error',
      from: { path: `^src/(${pageOnly.join('|')}|places)` },
      to: {
        path: '(^|/)node_modules/@tensorflow/|' + room(mlOnly.filter((n) => n !== 'worker')),
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'core-knows-no-library',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(test|browser\\.test)\\.ts$|^src/testing/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
