import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, on every machine that Node runs on. */
const ticksPerSecond = 100;

/** Processor time, user and system, that these processes have used so far, in seconds. Not a number where the system is not Linux. */
export const cpuSeconds = (pids: readonly number[]): number =>
  sum(pids, (pid) => {
    const stat = ofProcess(pid, 'stat');
    // The second field, the program's name in parentheses, may have spaces in it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  });

/** Memory that is theirs and in RAM, in bytes. Not a number where the system is not Linux. */
export const residentBytes = (pids: readonly number[]): number =>
  sum(pids, (pid) => Number(/^VmRSS:\s+(\d+) kB$/m.exec(ofProcess(pid, 'status'))?.[1]) * 1_024);

const ofProcess = (pid: number, file: string): string =>
  process.platform === 'linux' ? readFileSync(`/proc/${pid}/${file}`, 'utf8') : '';

const sum = (pids: readonly number[], of: (pid: number) => number): number =>
  pids.reduce((total, pid) => total + of(pid), 0);
