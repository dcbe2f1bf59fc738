import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { launchBrowser } from '../browser/launch-browser.ts';

/** What the figures are of. */
export interface Machine {
  takenAt: string;
  processor: string;
  processors: number;
  memoryGB: number;
  system: string;
  node: string;
  chromium: string;
  /** How many processes wanted a processor when it began: above 1, something else was going on. */
  load: number;
}

export async function describeMachine(): Promise<Machine> {
  await using browser = await launchBrowser();
  return {
    takenAt: new Date().toISOString(),
    processor: cpus()[0]?.model ?? 'unknown',
    processors: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    chromium: browser.version(),
    load: loadavg()[0] ?? 0,
  };
}

export const toSentence = (machine: Machine): string =>
  `Taken on ${machine.takenAt.slice(0, 10)}: ${machine.processors} × ${machine.processor}, ${machine.memoryGB} GB, ` +
  `${machine.system}, Node ${machine.node.slice(1)}, Chromium ${machine.chromium}; ` +
  `load at the beginning ${machine.load.toFixed(1)}.`;
