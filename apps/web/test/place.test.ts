import { expect, test } from 'vitest';
import { conversationPath } from '../src/address/conversation-path.ts';
import { parsePlace } from '../src/address/place.ts';

test.each([
  ['/', '', { kind: 'chat', open: null }],
  ['/c/12', '', { kind: 'chat', open: { conversationId: 12 } }],
  ['/c/12', 'm=345', { kind: 'chat', open: { conversationId: 12, seq: 345 } }],
  ['/c/12', 'm=0&x=1', { kind: 'chat', open: { conversationId: 12 } }],
  ['/settings', '', { kind: 'settings', page: 'settings' }],
  ['/settings/profile', '', { kind: 'settings', page: 'profile' }],
  ['/settings/password', '', { kind: 'settings', page: 'password' }],
  ['/sign-up', '', { kind: 'signUp' }],
])('%s?%s is a place', (path, search, place) => {
  expect(parsePlace(path, search)).toEqual(place);
});

test.each([
  '/c',
  '/c/',
  '/c/0',
  '/c/1e3',
  '/c/12/x',
  '/c/99999999999999999999',
  '/settings/x',
  '/Settings',
  '',
])('%s is nowhere', (path) => {
  expect(parsePlace(path, '')).toEqual({ kind: 'nowhere' });
});

test.each([null, { conversationId: 7 }, { conversationId: 7, seq: 9 }])('%j survives its address', (open) => {
  const url = new URL(conversationPath(open), 'http://localhost');
  expect(parsePlace(url.pathname, url.search)).toEqual({ kind: 'chat', open });
});
