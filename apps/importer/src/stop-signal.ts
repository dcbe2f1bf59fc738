/** Aborted by the first SIGINT or SIGTERM. A second one ends the process at once: what is committed stays. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(exitCode);
      controller.abort();
    });
  }
  return controller.signal;
}
