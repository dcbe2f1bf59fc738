import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Options, readOptions } from './options.ts';
import { writeReport } from './report.ts';
import { type Outcome, run } from './run.ts';
import { type Size, shrink } from './shrink.ts';
import { storyOf } from './story.ts';
import { summaryOf } from './summary.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const mostStories = 3;

async function torture(options: Options): Promise<Outcome> {
  const directory = await mkdtemp(join(tmpdir(), 'vibe-torture-'));
  const outcome = await run({
    ...options,
    lastsMs: options.minutes * minuteMs,
    betweenMs: 4 * secondMs,
    pauseMs: 1.5 * secondMs,
    calmMs: 4 * minuteMs,
    directory,
    tell: console.log,
  });
  for (const line of summaryOf(outcome)) console.log(line);
  for (const violation of outcome.violations.slice(0, mostStories)) {
    console.log(`\n${violation.check}: ${violation.what}`);
    for (const line of storyOf(violation, outcome)) console.log(`  ${line}`);
  }
  const isKept = options.isKeeping || outcome.violations.length > 0;
  if (isKept) console.log(`logs and journals are in ${directory}`);
  else await rm(directory, { recursive: true });
  return outcome;
}

/** Says with what less of everything one of the same checks fails. */
async function tellSmallest(options: Options, { violations }: Outcome): Promise<void> {
  const failed = new Set(violations.map(({ check }) => check));
  const shows = async (size: Size): Promise<boolean> => {
    const outcome = await torture({ ...options, ...size });
    return outcome.violations.some(({ check }) => failed.has(check));
  };
  const { faults, people, minutes } = await shrink(options, shows);
  const flags = `--seed ${options.seed} --people ${people} --minutes ${minutes} --faults ${faults.join()}`;
  console.log(`the smallest that shows it: pnpm torture ${flags}`);
}

const options = readOptions(process.argv.slice(2));
console.log(`seed ${options.seed}`);
const outcome = await torture(options);
if (options.report) writeReport(options.report, outcome);
const isViolated = outcome.violations.length > 0;
if (isViolated && options.isShrinking) await tellSmallest(options, outcome);
process.exit(isViolated ? 1 : 0);
