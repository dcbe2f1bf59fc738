import type { Page } from '@playwright/test';

/** By what an element is: its computed style, but for what follows from how much room there is. */
export type Styles = Record<string, Record<string, string>>;

/** The chat's parts, by their tag, class and colour; of each kind the first on the page. What the shell adds is left out. */
export const chatStyles = (page: Page): Promise<Styles> =>
  readStyles(page, '.vibe-chat :is([class*="vc-"], svg):not(.shell-account *)');

/** Everything of the page itself, by its place. */
export const hostStyles = (page: Page): Promise<Styles> =>
  readStyles(page, 'body, body *:not(.vibe-chat, .vibe-chat *, #unread *)');

function readStyles(page: Page, selector: string): Promise<Styles> {
  return page.evaluate((wanted) => {
    const geometry =
      /^((min-|max-)?(width|height|inline-size|block-size)|(perspective|transform)-origin|top|left|right|bottom|inset-.*|d|grid-template-.*)$/;
    const isOurs = wanted.startsWith('.vibe-chat');
    const nameOf = (element: Element): string => {
      const tag = element.localName;
      if (isOurs)
        return `${tag}.${element.getAttribute('class')} ${element.getAttribute('data-colour') ?? ''}`;
      const parent = element.parentElement;
      const place = parent ? [...parent.children].indexOf(element) : 0;
      return parent && element !== document.body ? `${nameOf(parent)} > ${tag}:${place}` : tag;
    };
    const styleOf = (element: Element, part?: string): Record<string, string> => {
      const style = getComputedStyle(element, part);
      const names = Array.from(style).filter((name) => !name.startsWith('--') && !geometry.test(name));
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    };
    const styles: Record<string, Record<string, string>> = {};
    for (const element of document.querySelectorAll(wanted)) {
      styles[nameOf(element)] ??= styleOf(element);
      styles[`${nameOf(element)}::before`] ??= styleOf(element, '::before');
    }
    return styles;
  }, selector);
}

/** What both have and show differently, in lines. */
export function differences(one: Styles, other: Styles): string[] {
  return Object.entries(one).flatMap(([name, style]) => {
    const counterpart = other[name];
    if (!counterpart) return [];
    return Object.entries(style)
      .filter(([property, value]) => counterpart[property] !== value)
      .map(([property, value]) => `${name} { ${property}: ${value} → ${counterpart[property]} }`);
  });
}

/** How many kinds both have: a comparison of nothing finds no difference. */
export const common = (one: Styles, other: Styles): number =>
  Object.keys(one).filter((name) => name in other).length;
