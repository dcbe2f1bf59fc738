import { emptyChatState } from '@vibe/client';
import { createModel, ownId } from '@vibe/client/testing';
import type { Message, SystemPayload } from '@vibe/contract';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../src/format/create-format.ts';
import { describeMessage } from '../src/message-list/describe-message.ts';
import { withTextChanges } from '../src/text/text.ts';
import { person } from './people.ts';

const text = withTextChanges();
const format = createFormat('en');
const names = ['Maya', 'Leo', 'Ana'];
const chat = {
  ...emptyChatState(ownId),
  users: new Map(names.map((name, index) => [index + 1, person(index + 1, name)])),
};
const stranger = 9;

const words = (fields: Partial<Message>): string => describeMessage(chat, messageWith(fields), text, format);

function messageWith(fields: Partial<Message>): Message {
  const model = createModel();
  model.apply({ do: 'send', who: 1 });
  const [message] = model.messages();
  if (!message) throw new Error('It was sent.');
  return { ...message, ...fields };
}
const told = (senderId: number, payload: SystemPayload) =>
  words({ kind: 'system', content: null, senderId, payload });

describe('a message in a line', () => {
  it('is what was written', () => {
    expect(words({ content: 'See you at six' })).toBe('See you at six');
  });

  it('says that it was deleted, whatever it was', () => {
    const deletedAt = '2026-01-01T00:00:00.000Z';
    expect(words({ content: null, deletedAt })).toBe('Message deleted');
    expect(words({ kind: 'system', content: null, payload: { type: 'imported' }, deletedAt })).toBe(
      'Message deleted',
    );
  });

  it.each<[number, SystemPayload, string]>([
    [2, { type: 'group.created', name: 'Runners' }, 'Leo created the group “Runners”'],
    [1, { type: 'group.created', name: 'Runners' }, 'You created the group “Runners”'],
    [2, { type: 'group.renamed', from: 'Walkers', to: 'Runners' }, 'Leo renamed the group to “Runners”'],
    [2, { type: 'participants.added', userIds: [3] }, 'Leo added Ana'],
    [2, { type: 'participants.added', userIds: [1, 3, stranger] }, 'Leo added you, Ana, and Somebody'],
    [2, { type: 'participant.removed', userId: 1, newOwnerId: null }, 'Leo removed you'],
    [1, { type: 'participant.removed', userId: 3, newOwnerId: 2 }, 'You removed Ana. New owner: Leo'],
    [3, { type: 'participant.left', userId: 3, newOwnerId: null }, 'Ana left'],
    [3, { type: 'participant.left', userId: 3, newOwnerId: 1 }, 'Ana left. New owner: You'],
    [2, { type: 'participant.roleChanged', userId: 1, role: 'admin' }, 'Leo made you an admin'],
    [1, { type: 'participant.roleChanged', userId: 2, role: 'owner' }, 'You made Leo an owner'],
    [stranger, { type: 'participant.roleChanged', userId: 3, role: 'member' }, 'Somebody made Ana a member'],
  ])('tells, by %i, of %o', (senderId, payload, expected) => {
    expect(told(senderId, payload)).toBe(expected);
  });

  it('has the words of an imported line', () => {
    const payload: SystemPayload = { type: 'imported' };
    expect(words({ kind: 'system', content: 'Ada changed the icon', payload })).toBe('Ada changed the icon');
  });

  it('admits what only newer clients know, but for words that came with it', () => {
    const newer: Pick<Message, 'kind' | 'payload'> = JSON.parse(
      '{"kind": "system", "payload": {"type": "poll.opened"}}',
    );
    expect(words({ ...newer, content: null })).toBe('This message cannot be shown here');
    expect(words({ ...newer, content: 'A poll: when?' })).toBe('A poll: when?');
    const other: Pick<Message, 'kind'> = JSON.parse('{"kind": "voice"}');
    expect(words({ ...other, content: 'blob:1' })).toBe('This message cannot be shown here');
  });
});
