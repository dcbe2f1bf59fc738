import { z } from 'zod';
import type { Counts } from './test-summary.ts';

const VitestReport = z.object({
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
});

/** What neither passed nor failed did not run: skipped, todo, or cut short. */
export function countVitest(report: unknown): Counts {
  const { numTotalTests, numPassedTests, numFailedTests } = VitestReport.parse(report);
  return {
    passed: numPassedTests,
    failed: numFailedTests,
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
