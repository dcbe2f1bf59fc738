/** Every JSON object within a value, outermost first; Slack nests blocks to any depth. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** The emoji that a message's blocks explain, by their code in its text: `:wave:`, `:wave::skin-tone-2:`. */
export function emojiIn(blocks: unknown): Map<string, string> {
  const emoji = new Map<string, string>();
  for (const { type, name, unicode, skin_tone } of objectsIn(blocks)) {
    if (type !== 'emoji' || typeof name !== 'string' || typeof unicode !== 'string') continue;
    if (!/^[0-9a-f]{2,5}(-[0-9a-f]{2,5})*$/i.test(unicode)) continue;
    const tone = typeof skin_tone === 'number' ? `:skin-tone-${skin_tone}:` : '';
    const codePoints = unicode.split('-').map((hex) => Number.parseInt(hex, 16));
    emoji.set(`:${name}:${tone}`, String.fromCodePoint(...codePoints));
  }
  return emoji;
}

/** The texts of blocks that an app laid out (sections, headers, contexts), in markup, a line each. */
export function textInBlocks(blocks: unknown): string {
  return [...objectsIn(blocks)]
    .filter(({ type }) => type === 'mrkdwn' || type === 'plain_text' || type === 'text')
    .map(({ text }) => text)
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    .join('\n');
}
