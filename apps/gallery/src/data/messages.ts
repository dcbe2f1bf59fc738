import type { Message, SystemPayload, User } from '@vibe/contract';
import { people } from './people.ts';
import { days, hours, minutesAgo } from './times.ts';

interface Line {
  from: User;
  says?: string;
  tells?: SystemPayload;
  /** Minutes. */
  ago: number;
  isEdited?: boolean;
  isDeleted?: boolean;
}

/** The lines as a conversation's messages, from its first seq on. */
export const toMessages = (conversationId: number, lines: readonly Line[]): Message[] =>
  lines.map(({ from, says = null, tells = null, ago, isEdited, isDeleted }, index) => ({
    id: conversationId * 1_000 + index + 1,
    conversationId,
    seq: index + 1,
    senderId: from.id,
    clientId: crypto.randomUUID(),
    kind: tells ? 'system' : 'text',
    content: isDeleted ? null : says,
    payload: tells,
    createdAt: minutesAgo(ago),
    editedAt: isEdited ? minutesAgo(ago - 1) : null,
    deletedAt: isDeleted ? minutesAgo(ago - 1) : null,
    version: index + 1,
  }));

const { maya, ana, leo, yuki, jonas, long, rtl, emoji, gone } = people;
const word = 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz';

/** Every kind of message that there is, as Maya sees them. */
export const everyKind: readonly Line[] = [
  { from: maya, tells: { type: 'group.created', name: 'Runners' }, ago: 3 * days },
  {
    from: maya,
    tells: { type: 'participants.added', userIds: [ana.id, leo.id, yuki.id, long.id] },
    ago: 3 * days - 1,
  },
  { from: jonas, tells: { type: 'group.renamed', from: 'Runners', to: 'Saturday Runners' }, ago: 2 * days },
  { from: ana, says: 'Saturday, 9:00, north gate of the park.', ago: 26 * hours },
  { from: ana, says: '8 km, easy pace, nobody gets left behind.', ago: 26 * hours - 1 },
  { from: ana, says: 'Bring water.', ago: 26 * hours - 2 },
  { from: maya, says: 'I am in.', ago: 25 * hours },
  {
    from: maya,
    says: 'Who brings coffee? There is a good place at the south gate, https://example.com/coffee?from=gate&to=park#menu, and it opens at ten.',
    ago: 25 * hours - 1,
    isEdited: true,
  },
  { from: leo, tells: { type: 'participant.roleChanged', userId: leo.id, role: 'admin' }, ago: 24 * hours },
  { from: yuki, says: 'おはようございます！今日は寒いですね。手袋を持って行きます。', ago: 190 },
  { from: rtl, says: 'שלום! אני מגיע בשעה 9:00, אולי קצת לפני.', ago: 180 },
  { from: long, says: `${word} ${word.toUpperCase()}`, ago: 170 },
  { from: emoji, says: '🏃‍♀️🏃', ago: 160 },
  { from: leo, says: 'x', ago: 150, isDeleted: true },
  { from: maya, says: '👍', ago: 140 },
  { from: maya, says: 'y', ago: 139, isDeleted: true },
  { from: gone, tells: { type: 'participant.left', userId: gone.id, newOwnerId: null }, ago: 130 },
  { from: leo, says: 'Two lines:\n  the second is indented,\n\nand there is an empty one.', ago: 60 },
  {
    from: maya,
    says: `${'A longer message runs over several lines, and the words in it wrap where they should. '.repeat(4)}`.trim(),
    ago: 12,
  },
  { from: ana, says: '<b>Not bold</b> & not <img src=x>', ago: 3 },
  { from: maya, says: 'See you there!', ago: 1 },
];
