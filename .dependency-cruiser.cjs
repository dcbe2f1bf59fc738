/**
 * Who may import whom. Each rule's comment is printed with its violation, so it gives the reason.
 * A workspace package that is not among the importer's dependencies does not resolve and appears by its
 * name; one that is appears by its path. Every pattern therefore knows both.
 */

const tests = '(^|/)(test|e2e)/|[.]test[.]tsx?$|/src/testing/|(vitest|playwright)[.]config[.]ts$';
const ours = '^(packages|apps|bench|torture|scripts|prisma)/|^@vibe/';

/** The directory `packages/db` or the name `@vibe/db`. */
const dirOf = (name) => `^(packages|apps)/${name}/|^@vibe/${name}(/|$)`;
const anyOf = (names) => names.map(dirOf).join('|');

/** A package from the registry, by the path it resolves to or, unresolved, by its name. */
const npm = (...names) => `(^|node_modules/)(@types/)?(${names.join('|')})(/|$)`;

/** `may`: what it imports. `mayType`: what it takes only by `import type`, which is gone at run time. */
function layer(name, { may, mayType = [], also = [], because }) {
  const from = { path: dirOf(name), pathNot: tests };
  const target = { path: ours, pathNot: [anyOf([name, ...may]), ...also].join('|') };
  const rules = [
    {
      name: `${name}-layer`,
      to: { ...target, pathNot: [anyOf([name, ...may, ...mayType]), ...also].join('|') },
    },
    {
      name: `${name}-layer-types-only`,
      to: { path: anyOf(mayType), dependencyTypesNot: ['type-only'] },
    },
  ];
  return rules
    .filter((rule) => rule.to.path !== '')
    .map((rule) => ({ ...rule, severity: 'error', comment: because, from }));
}

const layers = [
  layer('contract', {
    may: [],
    because: 'contract is what server and clients may both know; whatever it imports, both would have to.',
  }),
  layer('chat', {
    may: ['contract'],
    because:
      'chat holds the rules; what it needs from outside it names as a port, so that they are tested without it.',
  }),
  layer('db', {
    may: ['chat', 'contract'],
    because: 'db implements ports of chat; db, realtime and api meet only in apps/server.',
  }),
  layer('realtime', {
    may: ['chat', 'contract'],
    because: 'realtime implements ports of chat; db, realtime and api meet only in apps/server.',
  }),
  layer('api', {
    may: ['chat', 'contract'],
    because:
      'a procedure validates and makes one call of chat; db, realtime and api meet only in apps/server.',
  }),
  layer('ws-adapter', {
    may: [],
    because: 'ws-adapter carries any tRPC router over ws, and knows nothing of chat.',
  }),
  layer('client', {
    may: ['contract'],
    mayType: ['api'],
    because: 'client runs in browsers: it takes AppRouter by `import type`, and no server code.',
  }),
  layer('react', {
    may: ['client', 'contract'],
    mayType: ['api'],
    because: 'react reaches the server through client alone, and no server code may end in a bundle.',
  }),
  layer('web', {
    may: ['react', 'client', 'contract'],
    mayType: ['api'],
    because: 'web is a shell around react, and no server code may end in a bundle.',
  }),
  layer('gallery', {
    may: ['react', 'client', 'contract'],
    mayType: ['api'],
    because: 'gallery shows what react has, with a client that has no server.',
  }),
  layer('embed', {
    may: ['react'],
    because: 'embed is the example of a host page: it has what any product would have that embeds the chat.',
  }),
  layer('bot', {
    may: ['client', 'contract'],
    because: 'bot is the example of a service outside: it has what any other service would have.',
  }),
  layer('server', {
    may: ['contract', 'chat', 'db', 'realtime', 'api', 'ws-adapter'],
    also: ['^prisma/seed[.]ts$'],
    because: 'server wires the layers together; clients are not among them.',
  }),
  layer('importer', {
    may: ['db', 'chat', 'contract'],
    because:
      'importer writes through the same stores as the server, and needs neither its router nor its live side.',
  }),
].flat();

const rest = [
  {
    name: 'packages-not-to-apps',
    comment: 'apps are where packages are put together; a package that needs one is in the wrong place.',
    from: { path: '^packages/', pathNot: tests },
    to: { path: `^apps/|${anyOf(['bot', 'embed', 'gallery', 'importer', 'server', 'web'])}` },
  },
  {
    name: 'by-the-front-door',
    comment: 'a workspace package is imported by its name: its `exports` say what it promises to others.',
    from: { path: '^((?:packages|apps)/[^/]+)/' },
    to: { path: '^(packages|apps)/', pathNot: '^$1/', dependencyTypes: ['local'] },
  },
  {
    name: 'only-db-knows-the-database',
    comment: 'what the database is stays the business of packages/db; everyone else sees the ports of chat.',
    from: { path: '^(packages|apps)/', pathNot: `^packages/db/|${tests}` },
    to: { path: `${npm('@prisma/[^/]+', '@electric-sql/[^/]+', 'pg')}|^packages/db/generated/` },
  },
  {
    name: 'chat-knows-no-framework',
    comment:
      'the rules of chat outlive the transport, the database and the screen, and are tested without them.',
    from: { path: '^packages/chat/' },
    to: {
      path: npm(
        '@trpc/[^/]+',
        '@prisma/[^/]+',
        '@electric-sql/[^/]+',
        'pg',
        'ws',
        'react',
        'react-dom',
        'fastify',
        '@fastify/[^/]+',
      ),
    },
  },
  {
    name: 'ws-adapter-knows-trpc-and-ws',
    comment: 'ws-adapter stands in for the stock adapter of tRPC, and should be as easy to take along.',
    from: { path: '^packages/ws-adapter/', pathNot: tests },
    to: { pathNot: `^packages/ws-adapter/|${npm('@trpc/server', 'ws')}`, dependencyTypesNot: ['core'] },
  },
  {
    name: 'the-server-is-reached-through-client',
    comment: 'client resumes, retries and folds; a second way to the server would do none of it.',
    from: { path: '^(apps/(bot|embed|web)|packages/react)/', pathNot: tests },
    to: { path: npm('@trpc/[^/]+'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-node-in-browser-code',
    comment: 'it runs in browsers, where the modules of Node do not exist.',
    from: {
      path: '^(packages/(contract|client|react)|apps/(embed|gallery|web))/src/|^bench/web/pages/',
      pathNot: `^apps/embed/src/server/|^packages/client/src/node/|${tests}`,
    },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'what-needs-node-stays-apart',
    comment: 'what a service gives to the client is imported by the service: browsers could not load it.',
    from: {
      path: '^packages/(client|react)/src/|^apps/(embed|gallery|web)/',
      pathNot: `^packages/client/src/node/|${tests}`,
    },
    to: { path: '^packages/client/src/node/' },
  },
  {
    name: 'pages-not-to-their-servers',
    comment: 'what serves a page has its secrets: nothing of it may end in the bundle.',
    from: { path: '^apps/embed/src/', pathNot: '^apps/embed/src/server/' },
    to: { path: '^apps/embed/src/server/' },
  },
  {
    name: 'no-tests-in-production',
    comment: 'tests and their tools are not shipped.',
    from: { path: '^(packages|apps)/', pathNot: tests },
    to: { path: `${tests}|^@vibe/[^/]+/testing$|^scripts/` },
  },
  {
    name: 'no-dev-dependency-in-production',
    comment: 'a dev dependency is missing where the package is installed; its types are another matter.',
    from: { path: '^(packages|apps)/[^/]+/src/', pathNot: `[.]d[.]ts$|${tests}` },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm-peer'] },
  },
  {
    name: 'no-cycle',
    comment:
      'in a cycle no file can be loaded or moved by itself. Types, which are gone at run time, may refer back.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'resolvable',
    comment: 'the import leads nowhere: a typing error, or a dependency missing from this package.json.',
    from: {},
    to: { couldNotResolve: true },
  },
].map((rule) => ({ ...rule, severity: 'error' }));

module.exports = {
  forbidden: [...layers, ...rest],
  options: {
    doNotFollow: { path: '(^|/)(node_modules|generated)/' },
    exclude: { path: '^(packages|apps)/[^/]+/dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
