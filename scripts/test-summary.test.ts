import { expect, test } from 'vitest';
import { readPlaywright, readTorture, readVitest } from './test-reports.ts';
import type { TestRun } from './test-summary.ts';
import { summarize } from './test-summary.ts';

type Numbers = { passed?: number; failed?: number; skipped?: number };

function vitestRun({ passed = 0, failed = 0, skipped = 0 }: Numbers, exitedCleanly = failed === 0): TestRun {
  const report = {
    numTotalTests: passed + failed + skipped,
    numPassedTests: passed,
    numFailedTests: failed,
    testResults: [],
  };
  return { name: 'vitest', exitedCleanly, report, read: readVitest };
}

function playwrightRun({
  passed = 0,
  failed = 0,
  skipped = 0,
  flaky = 0,
}: Numbers & { flaky?: number }): TestRun {
  const report = { stats: { expected: passed, unexpected: failed, skipped, flaky }, suites: [] };
  return { name: 'playwright', exitedCleanly: failed === 0, report, read: readPlaywright };
}

test('the counts of all reports are added up', () => {
  const summary = summarize([vitestRun({ passed: 40 }), playwrightRun({ passed: 2 })], []);
  expect(summary).toEqual({ line: '42 passed, 0 failed', problems: [], ok: true });
});

test('a failing test fails the run', () => {
  const summary = summarize(
    [vitestRun({ passed: 4, failed: 1 }), playwrightRun({ passed: 2, failed: 2 })],
    [],
  );
  expect(summary).toEqual({ line: '6 passed, 3 failed', problems: [], ok: false });
});

test('a check of the torture test counts as a test', () => {
  const checks = [
    { name: 'one', isPassed: true },
    { name: 'other', isPassed: false },
  ];
  const run = { name: 'torture', exitedCleanly: false, report: { checks }, read: readTorture };
  expect(summarize([run], [])).toEqual({
    line: '1 passed, 1 failed',
    problems: ['torture: other'],
    ok: false,
  });
});

test('what failed is named, and how: a test, and a file that could not be read', () => {
  const failed = {
    name: 'a.test.ts',
    status: 'failed',
    message: '',
    assertionResults: [
      { fullName: 'this is', status: 'passed', failureMessages: [] },
      {
        fullName: 'that is',
        status: 'failed',
        failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\nto be 2'],
      },
    ],
  };
  const broken = { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
  const report = { numTotalTests: 5, numPassedTests: 4, numFailedTests: 1, testResults: [failed, broken] };
  const summary = summarize([{ name: 'vitest', exitedCleanly: false, report, read: readVitest }], []);
  expect(summary).toEqual({
    line: '4 passed, 2 failed',
    problems: ['a.test.ts: that is\n    expected 1\n    to be 2', 'b.test.ts\n    no such module'],
    ok: false,
  });
});

test('a story that failed is named, and one that passed when tried again', () => {
  const spec = (title: string, status: string, errors: { message: string }[] = []) => ({
    title,
    file: 'a.spec.ts',
    tests: [{ status, results: [{ errors }] }],
  });
  const report = {
    stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
    suites: [
      {
        specs: [spec('good', 'expected')],
        suites: [{ specs: [spec('bad', 'unexpected', [{ message: 'too late' }]), spec('odd', 'flaky')] }],
      },
    ],
  };
  const summary = summarize([{ name: 'playwright', exitedCleanly: false, report, read: readPlaywright }], []);
  expect(summary.problems).toEqual(['a.spec.ts: bad\n    too late', 'a.spec.ts: odd']);
});

test('a skipped or todo test fails the run', () => {
  const inVitest = summarize([vitestRun({ passed: 4, skipped: 2 })], []);
  expect(inVitest).toMatchObject({ line: '4 passed, 0 failed, 2 skipped', ok: false });
  const inBrowser = summarize([playwrightRun({ passed: 4, skipped: 1 })], []);
  expect(inBrowser).toMatchObject({ line: '4 passed, 0 failed, 1 skipped', ok: false });
});

test('a test that passed on a retry fails the run', () => {
  const summary = summarize([playwrightRun({ passed: 4, flaky: 1 })], []);
  expect(summary).toMatchObject({ line: '4 passed, 1 failed', ok: false });
});

test('a missing report fails the run', () => {
  const summary = summarize([vitestRun({ passed: 4 }), { ...playwrightRun({}), report: null }], []);
  expect(summary).toEqual({
    line: '4 passed, 1 failed',
    problems: ['playwright wrote no report'],
    ok: false,
  });
});

test('a report of another shape fails the run', () => {
  const summary = summarize([{ ...vitestRun({}), report: { numTotalTests: 'many' } }], []);
  expect(summary).toMatchObject({ line: '0 passed, 1 failed', ok: false });
  expect(summary.problems[0]).toContain('vitest wrote a report that cannot be read');
});

test('a run of zero tests fails', () => {
  const summary = summarize([vitestRun({ passed: 4 }), playwrightRun({})], []);
  expect(summary).toEqual({ line: '4 passed, 1 failed', problems: ['playwright ran no tests'], ok: false });
});

test('a tool that exits with an error, though no test failed, fails the run', () => {
  const summary = summarize([vitestRun({ passed: 4 }, false)], []);
  expect(summary).toEqual({
    line: '4 passed, 1 failed',
    problems: ['vitest exited with an error'],
    ok: false,
  });
});

test('a red check fails the run', () => {
  const summary = summarize([vitestRun({ passed: 4 })], ['check']);
  expect(summary).toEqual({ line: '4 passed, 1 failed', problems: ['check failed'], ok: false });
});
