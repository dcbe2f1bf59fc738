import { limits } from '@vibe/contract';
import type { ImportedPerson } from './imported-chat.ts';

/** Someone of an export, under the first usable of several names: well-formed, not blank, not too long. */
export function importedPerson(
  externalId: string,
  ...names: readonly (string | null | undefined)[]
): ImportedPerson {
  const usable = names.map((name) => readable(name ?? '')).find((name) => name !== '');
  return { externalId, fullName: usable ?? externalId };
}

function readable(name: string): string {
  const wellFormed = name.replaceAll('\0', '').toWellFormed().trim();
  return [...wellFormed].slice(0, limits.nameChars).join('').trim();
}
