import { stripVTControlCharacters } from 'node:util';
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
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string().nullable()),
        }),
      ),
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
      .map(({ fullName, failureMessages }) => explain(`${name}: ${fullName}`, failureMessages.map(String))),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numTotalTests - numPassedTests - numFailedTests,
    failures: [...failedTests, ...broken.map(({ name, message }) => explain(name, [message]))],
  };
}

const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
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
    failures: failed.map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return explain(
        `${file}: ${title}`,
        errors.map(({ message = '' }) => message),
      );
    }),
  };
}

const TortureReport = z.object({ checks: z.array(z.object({ name: z.string(), isPassed: z.boolean() })) });

export function readTorture(report: unknown): Results {
  const { checks } = TortureReport.parse(report);
  const failures = checks.filter(({ isPassed }) => !isPassed).map(({ name }) => `torture: ${name}`);
  return { passed: checks.length - failures.length, failed: failures.length, skipped: 0, failures };
}

/** So many lines of an error say what it is; a stack or a page's source that follows is in the tool's own output. */
const errorLines = 12;

/** What failed, and below it the beginning of each error. */
function explain(name: string, errors: string[]): string {
  const why = errors.flatMap((error) => {
    const lines = stripVTControlCharacters(error).split('\n');
    return lines.filter((line) => line.trim() !== '').slice(0, errorLines);
  });
  return [name, ...why.map((line) => `    ${line}`)].join('\n');
}
