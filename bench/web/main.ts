import { describeMachine, toSentence } from '../report/machine.ts';
import { writeFigures } from '../report/performance-doc.ts';
import { writeResult } from '../report/results-file.ts';
import { browserVersion } from './browser/browser-version.ts';
import { readOptions } from './options.ts';
import { toTable } from './report/table.ts';
import { verdictOf } from './report/verdict.ts';
import { buildSite } from './site/build-site.ts';
import { stages } from './stages/all-stages.ts';
import type { Taken } from './stages/figure.ts';
import { startWorld } from './world/start-world.ts';

const { rounds, only, write } = readOptions();
const failed: string[] = [];

/** A stage that cannot be measured does not take the others' figures with it. */
async function measure(): Promise<Taken[]> {
  await using site = await buildSite();
  await using world = await startWorld(site.directory);
  const taken: Taken[] = [];
  for (const [name, stage] of Object.entries(stages)) {
    if (!only.includes(name)) continue;
    const beganAt = performance.now();
    try {
      taken.push(...(await stage(world, rounds)));
      console.log(`Measured ${name} in ${Math.round((performance.now() - beganAt) / 1000)} s`);
    } catch (error) {
      failed.push(name);
      console.error(`Could not measure ${name}:`, error);
    }
  }
  return taken;
}

const machine = describeMachine({ Chromium: await browserVersion() });
const taken = await measure();
const figures = `${toTable(taken)}\n\n${toSentence(machine)}`;
const everyRound = JSON.stringify({ machine, taken }, null, 2);
const path = await writeResult('web', machine.takenAt, 'json', everyRound);
console.log(`\n${figures}\n\nEvery round: ${path}`);

const missed = taken.filter((one) => verdictOf(one) === 'missed').map(({ figure }) => figure);
for (const { name, limit, unit } of missed) console.error(`Missed: ${name}, at most ${limit} ${unit}`);
if (write && failed.length === 0) await writeFigures('web', figures);
if (missed.length + failed.length > 0) process.exitCode = 1;
