import { expect, test } from 'vitest';
import { matchesName } from '../src/people/match-name.ts';

test.each([
  ['Zoë Núñez', 'zoe nunez'],
  ['Zoë Núñez', 'NUÑ'],
  ['Søren Łukasz Groß', 'soren lukasz gross'],
  ['Ångström', 'angs'],
  ['İpek Işık', 'ipek isik'],
  ['田中 ゆき', 'ゆき'],
  ['ﬁtness', 'fit'],
  ['Maya Okafor', 'okafor maya'],
  ['Maya Okafor', '  '],
])('%s is found by “%s”', (name, query) => {
  expect(matchesName(name, query)).toBe(true);
});

test.each([
  ['Maya Okafor', 'mayo'],
  ['Maya Okafor', 'maya smith'],
])('%s is not found by “%s”', (name, query) => {
  expect(matchesName(name, query)).toBe(false);
});
