import type { IncomingHttpHeaders } from 'node:http';

const maxChars = 200;

/** The browser's or the program's name for itself, kept with its session. */
export const clientLabel = (headers: IncomingHttpHeaders): string =>
  (headers['user-agent'] ?? '').slice(0, maxChars);
