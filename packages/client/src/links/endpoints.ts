/** The endpoint's two addresses. In a browser `url` may be relative to the page, such as `/trpc`. */
export function endpoints(url: string): { http: string; socket: string } {
  const http = new URL(url, globalThis.location?.href);
  const socket = new URL(http);
  socket.protocol = http.protocol === 'https:' ? 'wss:' : 'ws:';
  return { http: http.href, socket: socket.href };
}
