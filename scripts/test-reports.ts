import { z } from 'zod';
import type { Counts } from './test-summary.ts';

const VitestReport = z.object({
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/** A file that could not be read, or whose hook failed, is red without a test in it that is. */
const isBroken = ({
  status,
  assertionResults,
}: z.infer<typeof VitestReport>['testResults'][number]): boolean =>
  status === 'failed' && assertionResults.every((test) => test.status !== 'failed');

/** What neither passed nor failed did not run: skipped, todo, or cut short. */
export function countVitest(report: unknown): Counts {
  const { numTotalTests, numPassedTests, numFailedTests, testResults } = VitestReport.parse(report);
  return {
    passed: numPassedTests,
    failed: numFailedTests + testResults.filter(isBroken).length,
    skipped: numTotalTests - numPassedTests - numFailedTests,
  };
}

const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
});

/** A test that passed only when tried again has failed: what it hides will come back on a worse day. */
export function countPlaywright(report: unknown): Counts {
  const { stats } = PlaywrightReport.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

const TortureReport = z.object({ checks: z.array(z.object({ name: z.string(), isPassed: z.boolean() })) });

export function countTorture(report: unknown): Counts {
  const { checks } = TortureReport.parse(report);
  const passed = checks.filter(({ isPassed }) => isPassed).length;
  return { passed, failed: checks.length - passed, skipped: 0 };
}
