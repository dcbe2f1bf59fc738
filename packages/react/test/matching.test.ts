import { emptyChatState, foldConversation, listedConversations } from '@vibe/client';
import { createModel, ownId } from '@vibe/client/testing';
import type { Conversation } from '@vibe/contract';
import { expect, test } from 'vitest';
import { matchingConversations } from '../src/conversation-list/matching.ts';
import { person } from './people.ts';

function group(id: number, name: string, ...others: string[]): Conversation {
  const told = createModel().snapshot();
  const users = [told.membership.user, ...others.map((other, index) => person(id * 10 + index, other))];
  const participants = users.map((user) => ({
    ...told.membership,
    conversationId: id,
    userId: user.id,
    user,
  }));
  return {
    ...told,
    id,
    name,
    participants,
    participantCount: users.length,
    lastActivityAt: `2026-01-0${id}`,
  };
}

const told = [
  group(1, 'Café friends', 'Zoë Núñez'),
  group(2, 'Hills', 'Ana Souza'),
  group(3, 'Zoe’s birthday'),
];
const chat = told.reduce((state, each) => foldConversation(state, each, 'listed'), emptyChatState(ownId));
const find = (query: string) =>
  matchingConversations(chat, listedConversations(chat, { archived: false }), query).map(
    ({ conversation }) => conversation.id,
  );

test('conversations are found by name, before those that have a member of that name', () => {
  expect(find('zoe')).toEqual([3, 1]);
  expect(find('cafe')).toEqual([1]);
  expect(find('SOUZA ana')).toEqual([2]);
});

test('oneself is in all of them, and finds none', () => {
  expect(find(chat.users.get(ownId)?.fullName ?? '')).toEqual([]);
});

test('all are found as long as nothing is looked for', () => {
  expect(find(' ')).toEqual([3, 2, 1]);
});
