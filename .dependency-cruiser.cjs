const { FLOORS } = require('./.dependency-cruiser.floors.cjs');

/** Specs are left out: those of a rule may hold it against the figures or the packs that it is for. */
const IS_SPEC = '\\.spec\\.ts$';

const among = (libraries) => `^libs/(${libraries.join('|')})/`;

const floorRules = FLOORS.map(({ libraries, holds }, floor) => ({
  name: `floors-${libraries.join('-')}`,
  comment: `${holds}. It must be readable without what stands above it, and beside it.`,
  severity: 'error',
  from: { path: among(libraries), pathNot: IS_SPEC },
  to: { path: among(FLOORS.slice(floor).flatMap((each) => each.libraries)), pathNot: '^libs/$1/' },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: 'floor-of-every-library',
      comment: 'A library that has no place in FLOORS could import anything.',
      severity: 'error',
      from: { path: `^libs/(?!(${FLOORS.flatMap(({ libraries }) => libraries).join('|')})/)[^/]+/` },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'A cycle has no top: nobody can read it downwards.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'library-by-its-face',
      comment:
        'A library is used through its index.ts, its module.ts (what plugs it into the framework), its api.ts (what it shows over HTTP) and, from tests, its testing/index.ts: its inside can change.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/(?!index\\.ts$|module\\.ts$|api\\.ts$|testing/index\\.ts$)',
        pathNot: '^libs/$1/',
      },
    },
    {
      name: 'apps-use-faces',
      comment: 'Apps hold wiring only and see libraries by their face.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$|module\\.ts$|api\\.ts$|testing/index\\.ts$)' },
    },
    {
      name: 'apps-import-no-app',
      comment: 'What two apps need is in a library: each app can be changed, or left out, by itself.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libraries-know-no-app',
      comment: 'A library must serve every app.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'The kernel imports nothing of ours and no framework.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(?!kernel/)|node_modules)' },
    },
    {
      name: 'one-door-to-mutexes',
      comment: 'There is one way to wait, to lock and to try again: the one of libs/concurrency.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^libs/concurrency/' },
      to: { path: 'node_modules/async-mutex' },
    },
    {
      name: 'faces-without-framework',
      comment:
        'A thread that imports, a bench and a test of rules load no web framework: what needs it is in module.ts. Three libraries are of the web themselves.',
      severity: 'error',
      from: { path: '^libs/(?!http/|lifecycle/|service/)[^/]+/src/index\\.ts$' },
      to: { path: 'node_modules/(@nestjs|fastify|class-validator|@fastify)', reachable: true },
    },
    {
      name: 'telemetry-looks-on',
      comment:
        'Stores, domain and apps are looked at from outside: what measures and traces them can be changed, or left out.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^libs/telemetry/' },
      to: { path: 'node_modules/(prom-client|@opentelemetry)' },
    },
    {
      name: 'one-door-to-eventstoredb',
      comment:
        'The client of EventStoreDB has a successor: the files that know it must be few enough to change in a day.',
      severity: 'error',
      from: { pathNot: '^libs/event-store/src/eventstoredb/(connection|feed|record|failures)\\.ts$' },
      to: { path: 'node_modules/@eventstore' },
    },
    {
      name: 'pure-domain',
      comment: 'Rules are pure: they run the same in a test, an import, a replay.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/(verbs/|events\\.ts$|figures/)', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '(node_modules/(@nestjs|better-sqlite3|mongodb|@eventstore|fastify)|^(fs|net|http|worker_threads)$)',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
