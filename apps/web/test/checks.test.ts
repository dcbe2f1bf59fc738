import { limits } from '@vibe/contract';
import { expect, test } from 'vitest';
import {
  checkAvatarUrl,
  checkEmail,
  checkFullName,
  checkNewPassword,
  problemsOf,
} from '../src/form/checks.ts';

test('names may be as long as the contract says, in code points, and not blank', () => {
  expect(checkFullName('🏃'.repeat(limits.nameChars))).toBeNull();
  expect(checkFullName('🏃'.repeat(limits.nameChars + 1))).not.toBeNull();
  expect(checkFullName('   ')).not.toBeNull();
});

test('emails have something on both sides, and a dot in the second', () => {
  expect(['ana@example.com', 'a.b+c@x.co'].map(checkEmail)).toEqual([null, null]);
  for (const wrong of ['', 'ana', 'ana@', '@example.com', 'ana@example', 'a na@example.com'])
    expect(checkEmail(wrong)).not.toBeNull();
});

test('new passwords keep to the limits', () => {
  expect(checkNewPassword('x'.repeat(limits.passwordMinChars))).toBeNull();
  expect(checkNewPassword('x'.repeat(limits.passwordMinChars - 1))).not.toBeNull();
  expect(checkNewPassword('x'.repeat(limits.passwordMaxChars + 1))).not.toBeNull();
});

test('a picture is on the web, or there is none', () => {
  expect(['', 'https://example.com/me.png', 'http://localhost/x'].map(checkAvatarUrl)).toEqual([
    null,
    null,
    null,
  ]);
  for (const wrong of [
    'me.png',
    'javascript:alert(1)',
    'data:image/png;base64,x',
    `https://x/${'y'.repeat(2_000)}`,
  ])
    expect(checkAvatarUrl(wrong)).not.toBeNull();
});

test('only what is wrong is a problem', () => {
  expect(problemsOf({ email: null, password: 'Too short.' })).toEqual({ password: 'Too short.' });
});
