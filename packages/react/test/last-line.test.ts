import { emptyChatState, foldConversation, foldEvent } from '@vibe/client';
import { createModel, ownId, type Step } from '@vibe/client/testing';
import type { Conversation, Message } from '@vibe/contract';
import { describe, expect, it } from 'vitest';
import { excerpt, lastLine } from '../src/conversation-list/last-line.ts';
import { typingLine } from '../src/conversation-list/typing-line.ts';
import { createFormat } from '../src/format/create-format.ts';
import { withTextChanges } from '../src/text/text.ts';

const text = withTextChanges();
const format = createFormat('en-GB');

function groupAfter(steps: Step[], change: (told: Conversation) => Conversation = (told) => told) {
  const model = createModel();
  for (const step of steps) model.apply(step);
  const chat = foldConversation(emptyChatState(ownId), change(model.snapshot()), 'listed');
  const known = chat.conversations.get(1);
  if (!known) throw new Error('It was folded.');
  return { chat, known, line: lastLine(chat, known, text, format) };
}
const asDirect = (told: Conversation): Conversation => ({
  ...told,
  type: 'direct',
  name: null,
  participants: told.participants.slice(0, 2),
  participantCount: 2,
});
const asSystem = (told: Conversation): Conversation => {
  const payload: Message['payload'] = { type: 'group.renamed', from: 'Walkers', to: 'Runners' };
  const { lastMessage } = told;
  return { ...told, lastMessage: lastMessage && { ...lastMessage, kind: 'system', content: null, payload } };
};

describe('the last line of a conversation', () => {
  it('says that there is none yet', () => {
    expect(groupAfter([]).line).toMatchObject({ sender: null, words: 'No messages yet', isAside: true });
  });

  it('names who wrote it by their first name, in a group alone', () => {
    expect(groupAfter([{ do: 'send', who: 1 }]).line).toMatchObject({ sender: 'Person', mark: null });
    expect(groupAfter([{ do: 'send', who: 1 }], asDirect).line.sender).toBeNull();
  });

  it('says how far an own message got', () => {
    const send: Step = { do: 'send', who: 0 };
    expect(groupAfter([send]).line).toMatchObject({ sender: 'You', mark: 'sent' });
    const readBy = (who: number): Step => ({ do: 'read', who, seq: 1 });
    expect(groupAfter([send, readBy(1), readBy(2)]).line.mark).toBe('read');
  });

  it('is that of a message on its way, or of one that was refused', () => {
    const { chat, known } = groupAfter([{ do: 'send', who: 1 }]);
    const pending = { clientId: 'a', content: 'on its way', createdAt: '2026-02-01', failure: null };
    const refused = { ...pending, clientId: 'b', failure: { code: 'BLOCKED' as const, message: 'no' } };
    const line = (all: (typeof pending | typeof refused)[]) =>
      lastLine({ ...chat, pending: new Map([[1, all]]) }, known, text, format);
    expect(line([pending])).toMatchObject({ sender: 'You', words: 'on its way', mark: 'sending' });
    expect(line([refused, pending]).mark).toBe('failed');
  });

  it('says of a deleted message that it was', () => {
    const { line } = groupAfter([
      { do: 'send', who: 0 },
      { do: 'delete', message: 0 },
    ]);
    expect(line).toMatchObject({ words: text.messages.deleted, mark: null, isAside: true });
  });

  it('tells what the system tells, without a sender', () => {
    const { line } = groupAfter([{ do: 'send', who: 0 }], asSystem);
    expect(line).toMatchObject({ sender: null, mark: null, isAside: true });
    expect(line.words).toContain('Runners');
  });

  it('follows a change of a name', () => {
    const { chat } = groupAfter([{ do: 'send', who: 1 }]);
    const user = chat.users.get(2);
    if (!user) throw new Error('They wrote it.');
    const renamed = foldEvent(chat, {
      type: 'user.updated',
      user: { ...user, fullName: 'Ada Lovelace', version: user.version + 1 },
    });
    const known = renamed.conversations.get(1);
    expect(known && lastLine(renamed, known, text, format).sender).toBe('Ada');
  });
});

describe('an excerpt', () => {
  it('has no half of a character at its end', () => {
    expect(excerpt(`${'x'.repeat(199)}🏃 and more`).isWellFormed()).toBe(true);
  });

  it('begins with the first word', () => {
    expect(excerpt('\n\n  hello')).toBe('hello');
  });
});

describe('the line of those who type', () => {
  const { chat, known } = groupAfter([]);
  const { chat: directChat, known: direct } = groupAfter([], asDirect);
  it.each([
    [[], null],
    [[2], 'Person is typing…'],
    [[2, 3], '2 people are typing…'],
  ])('in a group, for %j: %s', (userIds, line) => {
    expect(typingLine(chat, known, userIds, text)).toBe(line);
  });

  it('needs no name where there is one other person', () => {
    expect(typingLine(directChat, direct, [2], text)).toBe('typing…');
  });
});
