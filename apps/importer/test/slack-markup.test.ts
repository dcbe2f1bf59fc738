import { expect, test } from 'vitest';
import { slackMarkupToText } from '../src/slack-markup.ts';

const names = {
  user: (id: string) => ({ U1: 'Ana' })[id],
  channel: (id: string) => ({ C1: 'gym' })[id],
};

test.each([
  ['<@U1> and <@U1|old.name>', '@Ana and @Ana'],
  ['<@U7|ben> <@U8>', '@ben @U8'],
  ['<#C1|gym> <#C1> <#C9>', '#gym #gym #C9'],
  ['<!here> <!channel> <!everyone|everyone>', '@here @channel everyone'],
  ['<!subteam^S1|@coaches> <!subteam^S1>', '@coaches @subteam'],
  ['<!date^1392734382^{date}|18 February 2014>', '18 February 2014'],
  ['<https://example.com/a>', 'https://example.com/a'],
  ['<https://example.com/a|the plan>', 'the plan (https://example.com/a)'],
  ['<http://example.com|example.com> <https://x.org/|https://x.org/>', 'http://example.com https://x.org/'],
  ['<mailto:a@example.com|a@example.com> <tel:+123|+123>', 'a@example.com +123'],
  ['<https://example.com?a=1&amp;b=2>', 'https://example.com?a=1&b=2'],
  ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
  ['typed, not meant: &lt;@U1&gt; &amp;lt;', 'typed, not meant: <@U1> &lt;'],
  [':wave: :wave::skin-tone-2: :custom: 10:30:', '👋 👋🏻 :custom: 10:30:'],
  ['*bold* _and_ `code` <odd>', '*bold* _and_ `code` <odd>'],
])('%s reads %s', (markup, text) => {
  const emoji = new Map([
    [':wave:', '👋'],
    [':wave::skin-tone-2:', '👋🏻'],
  ]);
  expect(slackMarkupToText(markup, names, emoji)).toBe(text);
});
