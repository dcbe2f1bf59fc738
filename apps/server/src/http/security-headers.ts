import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Scripts come from here alone, none from the page itself: what people write can never run. */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Components set positions and sizes in style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        // People's pictures are wherever the host platform keeps them.
        imgSrc: ["'self'", 'data:', 'blob:', 'http:', 'https:'],
        fontSrc: ["'self'", 'data:'],
        // Covers the WebSocket of the same host, too.
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // Browsers heed it over TLS only. Sibling hosts are not ours to speak for.
    strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false },
  });
}
