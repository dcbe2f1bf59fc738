/** Counts of tests, and what failed: its name, and how, in the lines below. */
export type Results = { passed: number; failed: number; skipped: number; failures: string[] };

/** What one tool left behind. `report` is null where it wrote none. */
export type TestRun = {
  name: string;
  exitedCleanly: boolean;
  report: unknown;
  read: (report: unknown) => Results;
};

/** `problems` says what failed. */
export type Summary = { line: string; problems: string[]; ok: boolean };

/**
 * The verdict on a whole run. What is wrong without being a failing test (a red check, a report that is missing or
 * empty) counts as one failure, so that no red run says `0 failed` unless it says what it skipped.
 */
export function summarize(runs: TestRun[], failedChecks: string[]): Summary {
  const results = [...failedChecks.map((name) => failure(`${name} failed`)), ...runs.map(resultsOf)];
  const sum = (count: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, result) => total + result[count], 0);
  const failed = sum('failed');
  const skipped = sum('skipped');
  return {
    line: `${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    problems: results.flatMap(({ failures }) => failures),
    ok: failed === 0 && skipped === 0,
  };
}

function resultsOf({ name, exitedCleanly, report, read }: TestRun): Results {
  if (report === null) return failure(`${name} wrote no report`);
  let results: Results;
  try {
    results = read(report);
  } catch (error) {
    return failure(`${name} wrote a report that cannot be read: ${error}`);
  }
  const { passed, failed, skipped } = results;
  if (passed + failed + skipped === 0) return failure(`${name} ran no tests`);
  if (exitedCleanly || failed > 0) return results;
  // An unhandled error, or a hook: no test is marked as failed.
  return { ...results, failed: 1, failures: [`${name} exited with an error`] };
}

const failure = (what: string): Results => ({ passed: 0, failed: 1, skipped: 0, failures: [what] });
