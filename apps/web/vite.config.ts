import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `pnpm dev` finds the server, which has `PORT` too. */
const server = `http://localhost:${process.env.PORT || 3000}`;

export default defineConfig({
  plugins: [react()],
  // Everything in files of its own: the page's security policy allows no inline scripts.
  build: { outDir: 'dist', assetsInlineLimit: 0 },
  // `changeOrigin` stays off: the server compares the page's origin with the host that it was asked by.
  server: { port: 5173, proxy: { '/trpc': { target: server, ws: true } } },
});
