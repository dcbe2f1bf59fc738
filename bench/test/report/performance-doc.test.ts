import { expect, test } from 'vitest';
import { withFigures } from '../../report/performance-doc.ts';

test('new figures take the place of the old ones, and of nothing else', () => {
  const text = 'before\n<!-- bench:web -->\nold\n<!-- /bench:web -->\nafter\n';
  const once = withFigures(text, 'web', 'new');
  expect(once).toBe('before\n<!-- bench:web -->\n\nnew\n\n<!-- /bench:web -->\nafter\n');
  expect(withFigures(once, 'web', 'new')).toBe(once);
  expect(() => withFigures('no marks', 'web', 'new')).toThrow('docs/performance.md has no');
});
