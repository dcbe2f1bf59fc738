import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parsePreferences, preferencesKey } from '../src/preferences/preferences.ts';

const usual = { theme: 'auto', enterSends: true };

test.each([null, '', '{', 'null', '7', '[]', '{"theme":"pink","enterSends":"yes"}'])(
  'without sense in %j, everything is as usual',
  (kept) => {
    expect(parsePreferences(kept)).toEqual(usual);
  },
);

test('what was kept comes back, and what a newer version kept beside it does no harm', () => {
  const chosen = { theme: 'dark', enterSends: false };
  expect(parsePreferences(JSON.stringify({ ...chosen, density: 'compact' }))).toEqual(chosen);
  expect(parsePreferences('{"theme":"light"}')).toEqual({ ...usual, theme: 'light' });
});

test('the script that runs before the page is drawn reads the same key', async () => {
  const script = await readFile(new URL('../public/theme.js', import.meta.url), 'utf8');
  expect(script).toContain(`'${preferencesKey}'`);
});
