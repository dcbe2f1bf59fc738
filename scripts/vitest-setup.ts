import { format } from 'node:util';
import { afterAll, afterEach, vi } from 'vitest';
import { patienceMs } from './patience.ts';

/**
 * Unexpected output fails the test that wrote it. A test that expects some says so:
 * `vi.spyOn(console, 'error').mockImplementation(() => {})`, and then asserts what was written.
 */
const unexpected: string[] = [];

for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
  const write = console[method].bind(console);
  console[method] = (...args: unknown[]) => {
    unexpected.push(`console.${method}: ${format(...args)}`);
    write(...args);
  };
}

function onWarning(warning: Error): void {
  unexpected.push(`process warning: ${warning.name}: ${warning.message}`);
}
process.on('warning', onWarning);

function failIfAny(): void {
  const lines = unexpected.splice(0);
  if (lines.length > 0) throw new Error(`Unexpected output:\n${lines.join('\n')}`);
}

// Vitest can set this for `expect.poll` only.
const { waitFor } = vi;
vi.waitFor = (callback, options) =>
  waitFor(callback, {
    timeout: patienceMs,
    ...(typeof options === 'number' ? { timeout: options } : options),
  });

afterEach(({ task }) => {
  failIfAny();
  if (task.result?.retryCount) throw new Error('It passed only when tried again, so it is flaky.');
});

afterAll(() => {
  process.off('warning', onWarning);
  failIfAny();
});
