import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const app = join(import.meta.dirname, '../../../apps/web/dist');
const pages = join(import.meta.dirname, '../pages');

/** The web client as it was built, and beside it, under `/bench/`, the pages that are measured. Yields the directory. */
export async function buildSite(): Promise<AsyncDisposable & { directory: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'vibe-bench-site-'));
  await cp(app, directory, { recursive: true });
  await build({
    configFile: false,
    root: pages,
    base: '/bench/',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: join(directory, 'bench'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rollupOptions: { input: [join(pages, 'host/index.html'), join(pages, 'reference/index.html')] },
    },
  });
  return { directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true }) };
}
