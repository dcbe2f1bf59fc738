export type Counts = { passed: number; failed: number; skipped: number };

/** What one tool left behind. `report` is null where it wrote none. */
export type TestRun = {
  name: string;
  exitedCleanly: boolean;
  report: unknown;
  count: (report: unknown) => Counts;
};

export type Summary = { line: string; problems: string[]; ok: boolean };

const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };

/**
 * The verdict on a whole run. What is wrong without being a failing test (a red check, a report that is missing or
 * empty) counts as one failure, so that no red run says `0 failed` unless it says what it skipped.
 */
export function summarize(runs: TestRun[], failedChecks: string[]): Summary {
  const total = { ...nothing };
  const problems = failedChecks.map((name) => `${name} failed`);
  for (const run of runs) {
    const { passed, failed, skipped, problem } = verdictOn(run);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    if (problem) problems.push(problem);
  }
  const failed = total.failed + problems.length;
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  return {
    line: `${total.passed} passed, ${failed} failed${skipped}`,
    problems,
    ok: failed === 0 && total.skipped === 0,
  };
}

type Verdict = Counts & { problem?: string };

function verdictOn({ name, exitedCleanly, report, count }: TestRun): Verdict {
  if (report === null) return { ...nothing, problem: `${name} wrote no report` };
  let counts: Counts;
  try {
    counts = count(report);
  } catch (error) {
    return { ...nothing, problem: `${name} wrote a report that cannot be read: ${error}` };
  }
  if (counts.passed + counts.failed + counts.skipped === 0) {
    return { ...nothing, problem: `${name} ran no tests` };
  }
  // An unhandled error, or a hook: no test is marked as failed.
  if (!exitedCleanly && counts.failed === 0) return { ...counts, problem: `${name} exited with an error` };
  return counts;
}
