export { askToReconnect } from './ask-to-reconnect.ts';
export { fixedWindow } from './fixed-window.ts';
export type { LiveSource, Sink } from './live-source.ts';
export type { CloseCodes, ServeOptions, SocketLimits } from './options.ts';
export { type ServedRouter, serveRouter } from './serve-router.ts';
