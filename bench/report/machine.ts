import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** What the figures are of. */
export interface Machine {
  takenAt: string;
  processor: string;
  processors: number;
  memoryGB: number;
  system: string;
  node: string;
  /** How many processes wanted a processor when it began: above 1, something else was going on. */
  load: number;
  /** What else took part, with its version. */
  versions: Readonly<Record<string, string>>;
}

export const describeMachine = (versions: Readonly<Record<string, string>>): Machine => ({
  takenAt: new Date().toISOString(),
  processor: cpus()[0]?.model ?? 'unknown',
  processors: cpus().length,
  memoryGB: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${release().split('.', 2).join('.')}`,
  node: process.version,
  load: loadavg()[0] ?? 0,
  versions,
});

export function toSentence(machine: Machine): string {
  const others = Object.entries(machine.versions).map(([name, version]) => `, ${name} ${version}`);
  return (
    `Taken on ${machine.takenAt.slice(0, 10)}: ${machine.processors} × ${machine.processor}, ${machine.memoryGB} GB, ` +
    `${machine.system}, Node ${machine.node.slice(1)}${others.join('')}; ` +
    `load at the beginning ${machine.load.toFixed(1)}.`
  );
}
