import { z } from 'zod';
import type { Results } from './test-summary.ts';

const VitestReport = z.object({
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** What neither passed nor failed did not run: skipped, todo, or cut short. */
export function readVitest(report: unknown): Results {
  const { numTotalTests, numPassedTests, numFailedTests, testResults } = VitestReport.parse(report);
  // A file that could not be read, or whose hook failed, is red without a test in it that is.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failedTests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${name}: ${fullName}`),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numTotalTests - numPassedTests - numFailedTests,
    failures: [...failedTests, ...broken.map(({ name }) => name)],
  };
}

const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ status: z.string() })),
});

const PlaywrightSuite = z.object({
  specs: z.array(PlaywrightSpec),
  get suites() {
    return z.array(PlaywrightSuite).optional();
  },
});

const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
  suites: z.array(PlaywrightSuite),
});

type PlaywrightSuite = z.infer<typeof PlaywrightSuite>;

const specsOf = ({ specs, suites = [] }: PlaywrightSuite): PlaywrightSuite['specs'] => [
  ...specs,
  ...suites.flatMap(specsOf),
];

/** A test that passed only when tried again has failed: what it hides will come back on a worse day. */
export function readPlaywright(report: unknown): Results {
  const { stats, suites } = PlaywrightReport.parse(report);
  const failed = suites
    .flatMap(specsOf)
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: failed.map(({ file, title }) => `${file}: ${title}`),
  };
}

const TortureReport = z.object({ checks: z.array(z.object({ name: z.string(), isPassed: z.boolean() })) });

export function readTorture(report: unknown): Results {
  const { checks } = TortureReport.parse(report);
  const failures = checks.filter(({ isPassed }) => !isPassed).map(({ name }) => `torture: ${name}`);
  return { passed: checks.length - failures.length, failed: failures.length, skipped: 0, failures };
}
