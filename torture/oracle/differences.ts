const maxChars = 200;

/** Where one value is not what it should be, a line for each place; none where they are alike. */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (Object.is(actual, expected)) return [];
  if (!isObject(actual) || !isObject(expected)) return [`${path}: ${brief(actual)}, not ${brief(expected)}`];
  const before = new Map(Object.entries(actual));
  const after = new Map(Object.entries(expected));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => differences(before.get(key), after.get(key), `${path}/${key}`));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const brief = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, maxChars);
