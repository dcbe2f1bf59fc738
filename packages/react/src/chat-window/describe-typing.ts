import type { Text } from '../text/text.ts';

/** Who types, in a line: by first names, as long as they are few. Null when nobody does. */
export function describeTyping(names: readonly string[], isGroup: boolean, { window }: Text): string | null {
  const [one, two] = names.map(firstName);
  if (one === undefined) return null;
  if (!isGroup) return window.typing;
  if (two === undefined) return window.oneTypes(one);
  return names.length === 2 ? window.twoType(one, two) : window.manyType;
}

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
