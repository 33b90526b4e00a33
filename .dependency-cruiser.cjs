/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
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
        'A library is used through its index.ts (and its testing/index.ts from tests), so that its inside can change.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$|testing/index\\.ts$)', pathNot: '^libs/$1/' },
    },
    {
      name: 'apps-use-faces',
      comment: 'Apps hold wiring only and see libraries by their face.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$|testing/index\\.ts$)' },
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
