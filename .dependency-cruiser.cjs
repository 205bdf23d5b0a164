// The import rules of docs/ARCHITECTURE.md as a failing check. What each room may know stands in docs/rooms.json, the one
// source of these rules and of the table there (scripts/rooms.ts); here is only how a rule is said to dependency-cruiser.
const { rooms } = require('./docs/rooms.json');

const inRooms = (names) => `^src/(${names.join('|')})/`;
const outsideOfRooms = '^src/[^/]+$';
const namesIn = (...towers) => rooms.filter((room) => towers.includes(room.tower)).map((room) => room.name);

/** Names of the rooms that a room may import: a list, or every room before it on its own tower and the ground. */
function known(room) {
  if (room.knows !== 'above') return room.knows;
  const before = rooms.slice(0, rooms.indexOf(room));
  return before.filter((other) => ['ground', room.tower].includes(other.tower)).map((other) => other.name);
}

const bounded = rooms.filter((room) => room.tower !== 'tests');

module.exports = {
  forbidden: [
    ...bounded.map((room) => ({
      name: `${room.name}-knows-only-its-list`,
      severity: 'error',
      from: { path: inRooms([room.name]) },
      to: {
        path: '^src/',
        pathNot: [
          inRooms([room.name, 'testing', ...known(room)]),
          ...(room.tower === 'page' ? [outsideOfRooms] : []),
        ],
      },
    })),
    ...rooms
      .filter((room) => room.foldersApart)
      .map((room) => ({
        name: `folders-of-${room.name}-do-not-know-each-other`,
        severity: 'error',
        from: { path: `^src/${room.name}/([^/]+)/` },
        to: { path: inRooms([room.name]), pathNot: `^src/${room.name}/$1/` },
      })),
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'ml-tower-is-page-free',
      severity: 'error',
      from: { path: inRooms(namesIn('ground', 'ml')) },
      to: { path: '(^|/)node_modules/(vue|pinia|chart\\.js|vue-router)/' },
    },
    {
      name: 'page-tower-has-no-tfjs',
      severity: 'error',
      from: { path: `${inRooms(namesIn('page'))}|${outsideOfRooms}` },
      to: {
        path: `(^|/)node_modules/@tensorflow/|${inRooms(namesIn('ml').filter((name) => name !== 'worker'))}`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'core-knows-no-library',
      severity: 'error',
      from: { path: inRooms(['core']) },
      to: { path: 'node_modules' },
    },
    {
      // But for the page of `npm run dev`, which may ask for the stand-in of the worker.
      name: 'only-tests-know-testing',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/testing/' },
      to: { path: '^src/testing/', dynamic: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
