/**
 * Resolves with the time at which the next frame had been handed over. A task that an animation frame's callback posts
 * runs after that frame's style, layout and paint; a second animation frame would come up to 16 ms later.
 */
export function afterPaint(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve(performance.now());
  };
  requestAnimationFrame(() => port2.postMessage(null));
  return promise;
}
