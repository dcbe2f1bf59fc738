import type { Plugin } from 'vite';
import { closureOf } from './chunk-graph.ts';

/**
 * Names a route's files in the page, so that browsers fetch them beside the entry, not after it has run. `source` is the
 * module, from the app's root, that is imported on demand.
 */
export function preloadRoute(source: string): Plugin {
  return {
    name: 'preload-route',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk: entry }) {
        const chunks = Object.values(bundle).flatMap((output) =>
          output.type === 'chunk' ? [{ ...output, file: output.fileName }] : [],
        );
        const find = (name: string) => chunks.find(({ file }) => file === name);
        const route = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${source}`));
        if (!route || !entry) throw new Error(`${source} has no chunk of its own to preload.`);
        const there = new Set(closureOf([entry.fileName], find).map(({ file }) => file));
        return closureOf([route.file], find)
          .filter(({ file }) => !there.has(file))
          .map(({ file }) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          }));
      },
    },
  };
}
