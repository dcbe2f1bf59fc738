import type { SlackNames } from './slack-names.ts';

const TOKEN = /<([^<>]*)>|&(amp|lt|gt);|:[a-z0-9_+'-]+:(?::skin-tone-\d:)?/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>' };

/**
 * Turns Slack's markup into the text that people saw: `<@U1>` into `@Ana`, `<#C1|gym>` into `#gym`,
 * `<https://x|label>` into `label (https://x)`, entities into characters, and emoji codes into those emoji
 * that the message itself explains. Formatting such as `*bold*` stays.
 *
 * @param emoji characters by code, such as `:wave:`
 */
export function slackMarkupToText(
  markup: string,
  names: SlackNames,
  emoji: ReadonlyMap<string, string>,
): string {
  // One pass: unescaping first would make markup of what people typed, such as &lt;@U1&gt;.
  return markup.replace(TOKEN, (whole: string, reference?: string, entity?: string) => {
    if (entity !== undefined) return ENTITIES[entity] ?? whole;
    if (reference === undefined) return emoji.get(whole) ?? whole;
    return referenceText(withoutEntities(reference), names) ?? whole;
  });
}

function withoutEntities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}

function referenceText(reference: string, names: SlackNames): string | undefined {
  const bar = reference.indexOf('|');
  const target = bar < 0 ? reference : reference.slice(0, bar);
  const label = bar < 0 ? '' : reference.slice(bar + 1);
  const id = target.slice(1);
  if (target.startsWith('@')) return `@${names.user(id) || label || id}`;
  if (target.startsWith('#')) return `#${label || names.channel(id) || id}`;
  if (target.startsWith('!')) return label ? label : `@${id.replace(/[\^].*$/, '')}`;
  return target.includes(':') ? linkText(target, label) : undefined;
}

function linkText(url: string, label: string): string {
  const bare = url.replace(/^mailto:|^tel:/, '');
  if (label === '' || label === url) return label === '' ? bare : url;
  if (label === bare) return label;
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '') === label ? url : `${label} (${url})`;
}
