import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const tokens = await readFile(new URL('../src/theme/tokens.css', import.meta.url), 'utf8');

/** What is written (or drawn) on what. Text needs 4.5 : 1, shapes and borders of controls 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const texts: [string, string[]][] = [
  ['text', ['bg', 'bg-sunken', 'bg-raised', 'bg-hover', 'bg-selected', 'bg-highlight']],
  ['text-muted', ['bg', 'bg-sunken', 'bg-raised', 'bg-hover', 'bg-selected', 'bubble']],
  ['text-danger', ['bg', 'bg-sunken', 'bg-raised', 'bg-hover', 'bubble-own']],
  ['text-online', ['bg', 'bg-hover']],
  ['accent-text', ['bg', 'bg-sunken', 'bg-raised', 'bg-hover', 'bg-selected', 'bubble']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-danger', ['danger', 'danger-hover']],
  ['on-quiet', ['quiet']],
  ['bubble-own-text', ['bubble-own']],
  ['bubble-own-muted', ['bubble-own']],
  ['bubble-own-accent', ['bubble-own']],
];
const shapes: [string, string[]][] = [
  ['line-strong', ['bg', 'bg-raised']],
  ['focus', ['bg', 'bg-sunken', 'bg-raised', 'bg-selected', 'bubble', 'bubble-own']],
  ['danger', ['bg', 'bg-raised']],
  ['online', ['bg', 'bg-raised']],
  ['away', ['bg', 'bg-raised']],
];

const themes = [
  ['light', 0],
  ['dark', 1],
] as const;
for (const [theme, column] of themes) {
  for (const [pairs, least] of [
    [texts, 4.5],
    [shapes, 3],
  ] as const) {
    const cases = pairs.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));
    test.each(cases)(`%s on %s has a contrast of at least ${least} when it is ${theme}`, (front, back) => {
      expect(contrast(colour(front, column), colour(back, column))).toBeGreaterThanOrEqual(least);
    });
  }
}

/** The token's colour, as `#rrggbb`. */
function colour(name: string, column: 0 | 1): string {
  const value = new RegExp(`^ *--vc-${name}: ([^;]+);`, 'm').exec(tokens)?.[1] ?? '';
  const alias = /^var\(--vc-([a-z-]+)\)$/.exec(value)?.[1];
  if (alias) return colour(alias, column);
  const found = value.match(/#[0-9a-f]{6}/g);
  const [light = '', dark = light] = found ?? [];
  if (!light) throw new Error(`--vc-${name} is not a colour in tokens.css`);
  return column === 0 ? light : dark;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
