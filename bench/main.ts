import { readOptions } from './options.ts';
import { canPin } from './process/pinned.ts';
import { toChart } from './report/chart.ts';
import { describeMachine, toSentence } from './report/machine.ts';
import { writeFigures } from './report/performance-doc.ts';
import { resultsDirectory, writeResult } from './report/results-file.ts';
import { toTable } from './report/table.ts';
import { judge } from './report/verdict.ts';
import { workloads } from './workloads/all-workloads.ts';
import { inPairs } from './workloads/in-pairs.ts';
import { aboutQuick, paceOf } from './workloads/pace.ts';
import { plannedSeconds } from './workloads/planned-seconds.ts';
import type { Taken } from './workloads/workload.ts';
import { startDeployment } from './world/deployment.ts';

const { quick, only, write, profile } = readOptions();
const failed: string[] = [];

const wanted = Object.entries(workloads)
  .filter(([name]) => only.includes(name))
  .flatMap(([, of]) => of(paceOf(quick)));

/** A workload that goes wrong does not take the others' figures with it. */
async function measureAll(deployment: Awaited<ReturnType<typeof startDeployment>>): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const workload of wanted) {
    const beganAt = performance.now();
    const label = `${workload.name}, ${workload.title}`;
    try {
      taken.push(await inPairs(workload, deployment));
      console.log(`Measured ${label} in ${Math.round((performance.now() - beganAt) / 1_000)} s`);
    } catch (error) {
      failed.push(label);
      console.error(`Could not measure ${label}:`, error);
    }
  }
  return taken;
}

if (!canPin) console.log('Nothing can be held to a processor here: figures will be less steady.');
console.log(`This takes about ${Math.ceil(plannedSeconds(wanted) / 60)} minutes on a quiet machine.`);
await using deployment = await startDeployment(profile ? resultsDirectory : null);
const machine = describeMachine({ PostgreSQL: deployment.postgresVersion });
const taken = await measureAll(deployment);
const judged = judge(taken);
const figures = [toTable(judged), toSentence(machine), ...(quick ? [aboutQuick] : [])].join('\n\n');
console.log(`\n${figures}\n`);
const everyRound = JSON.stringify({ machine, judged, taken }, null, 2);
console.log(`Every round: ${await writeResult('servers', machine.takenAt, 'json', everyRound)}`);
console.log(`Chart: ${await writeResult('servers', machine.takenAt, 'svg', toChart(judged))}`);

if (write && failed.length === 0) await writeFigures('servers', figures);
if (failed.length > 0) process.exitCode = 1;
