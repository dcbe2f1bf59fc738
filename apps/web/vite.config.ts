import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';
import { preloadRoute } from './build/preload-route.ts';

/** Where `pnpm dev` finds the server, which has `PORT` too. */
const server = `http://localhost:${process.env.PORT || 3000}`;

/** In development only: Vite puts a script into the page for its reloading, and nothing else may. */
const nonce = 'vite';

export default defineConfig(({ command }) => ({
  plugins: [react(), preloadRoute('src/chat-page/chat-page.tsx'), precompress()],
  // Everything in files of its own: the page's security policy allows no inline scripts.
  build: { outDir: 'dist', assetsInlineLimit: 0 },
  ...(command === 'serve' && { html: { cspNonce: nonce } }),
  server: {
    port: 5173,
    // `changeOrigin` stays off: the server compares the page's origin with the host that it was asked by.
    proxy: { '/trpc': { target: server, ws: true } },
    // The part of the server's policy that is about scripts.
    headers: {
      'content-security-policy': `script-src 'self' 'nonce-${nonce}'; object-src 'none'; base-uri 'none'`,
    },
  },
}));
