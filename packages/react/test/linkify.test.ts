import { describe, expect, it } from 'vitest';
import { linkify } from '../src/message-list/linkify.ts';

/** The addresses of a text's links, by what is shown of them. */
const links = (text: string) =>
  Object.fromEntries(
    linkify(text).flatMap(({ text: shown, href }) => (href === undefined ? [] : [[shown, href]])),
  );
const shown = (text: string) => Object.keys(links(text));

describe('links in a text', () => {
  it('are what looks like an address, and nothing of the text is lost', () => {
    const text = 'See https://example.com/a?b=1#c and www.example.org, or write to mailto:ana@example.com.';
    expect(links(text)).toEqual({
      'https://example.com/a?b=1#c': 'https://example.com/a?b=1#c',
      'www.example.org': 'https://www.example.org',
      'mailto:ana@example.com': 'mailto:ana@example.com',
    });
    const parts = linkify(text).map((part) => part.text);
    expect(parts.join('')).toBe(text);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt://example.com/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.com',
    'http://',
    'https://nowhere',
    'www.',
    'www..',
    'mailto:',
    'mailto:nobody',
    'xhttps://example.com',
    'a@www.example.com',
    'e.g. this one',
  ])('are not made of %s', (text) => {
    expect(linkify(text)).toEqual([{ text }]);
  });

  it('end where markup, a quote or a space would begin', () => {
    expect(shown('https://example.com/"onmouseover="alert(1)')).toEqual(['https://example.com/']);
    expect(shown('<https://example.com/a>')).toEqual(['https://example.com/a']);
    expect(shown('“https://example.com/a”')).toEqual(['https://example.com/a']);
    expect(shown('https://example.com/<script>')).toEqual(['https://example.com/']);
  });

  it('leave the punctuation of their sentence to it', () => {
    for (const end of ['.', ',', '!', '?', '…', '?!', '.”', "'", '。', '），', ':'])
      expect(shown(`Look: https://example.com/a${end}`)).toEqual(['https://example.com/a']);
    expect(shown('*https://example.com/a*')).toEqual(['https://example.com/a']);
    expect(shown('https://example.com/a.b,c')).toEqual(['https://example.com/a.b,c']);
  });

  it('keep the brackets that they opened, and no other', () => {
    expect(shown('(https://example.com/a)')).toEqual(['https://example.com/a']);
    expect(shown('https://example.com/a_(b)')).toEqual(['https://example.com/a_(b)']);
    expect(shown('(see https://example.com/a_(b)).')).toEqual(['https://example.com/a_(b)']);
    expect(shown('[https://example.com/a]{x}')).toEqual(['https://example.com/a]{x}']);
    expect(shown('https://[::1]:80/a')).toEqual(['https://[::1]:80/a']);
  });

  it('end before a mark that would turn the writing round', () => {
    for (const mark of ['\u202e', '\u2066', '\u200f'])
      expect(shown(`https://example.com/${mark}gpj.exe`)).toEqual(['https://example.com/']);
  });

  it('may have names in any writing', () => {
    expect(shown('https://münchen.example/straße und https://例え.テスト/ページ。')).toEqual([
      'https://münchen.example/straße',
      'https://例え.テスト/ページ',
    ]);
    expect(shown('انظر https://مثال.إختبار/صفحة، شكرا')).toHaveLength(1);
  });

  it('take no longer for what somebody made to take long', () => {
    const beganAt = performance.now();
    for (const noise of [')', '.', ').', '(', 'www.', 'https://', 'mailto:', '👋'])
      linkify(`https://example.com/${noise.repeat(10_000 / noise.length)}`);
    expect(performance.now() - beganAt).toBeLessThan(1_000);
  });
});
