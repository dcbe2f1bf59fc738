import { limits } from '@vibe/contract';
import { text } from '../text.ts';

const { checks } = text;

/** What is wrong with it by the contract's limits; null when nothing is. The server has the last word. */
type Check = (value: string) => string | null;

export const checkFullName: Check = (value) => {
  if (value.trim() === '') return checks.fullNameMissing;
  return isLonger(value, limits.nameChars) ? checks.fullNameTooLong : null;
};

export const checkEmail: Check = (value) => {
  if (value === '') return checks.emailMissing;
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) && !isLonger(value, limits.emailChars)
    ? null
    : checks.emailWrong;
};

export const checkGivenPassword: Check = (value) => (value === '' ? checks.passwordMissing : null);

export const checkNewPassword: Check = (value) => {
  if ([...value].length < limits.passwordMinChars) return checks.passwordTooShort;
  return isLonger(value, limits.passwordMaxChars) ? checks.passwordTooLong : null;
};

/** Empty is fine: no picture. */
export const checkAvatarUrl: Check = (value) => {
  if (value === '') return null;
  if (isLonger(value, limits.urlChars)) return checks.addressTooLong;
  return /^https?:$/.test(URL.parse(value)?.protocol ?? '') ? null : checks.addressWrong;
};

/** In code points, as the limits count. */
const isLonger = (value: string, max: number): boolean => [...value].length > max;

/** The problems that there are, by field. */
export function problemsOf<Field extends string>(
  found: Record<Field, string | null>,
): Partial<Record<Field, string>> {
  const problems: Partial<Record<Field, string>> = {};
  for (const name in found) {
    const problem = found[name];
    if (problem !== null) problems[name] = problem;
  }
  return problems;
}
