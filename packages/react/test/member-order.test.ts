import { expect, test } from 'vitest';
import { findMembers, orderMembers } from '../src/details/member-order.ts';
import { member, person } from './people.ts';

const names = (members: readonly { user: { fullName: string } }[]) =>
  members.map(({ user }) => user.fullName);

test('oneself comes first, then owners, admins and members, each by name', () => {
  const members = [
    member(person(1, 'Zoe'), 'member'),
    member(person(2, 'Émile'), 'member'),
    member(person(3, 'Finn'), 'member'),
    member(person(4, 'Ben'), 'admin'),
    member(person(5, 'anna'), 'admin'),
    member(person(6, 'Zed'), 'owner'),
    member(person(7, 'Me'), 'member'),
  ];
  expect(names(orderMembers(members, 7, 'en'))).toEqual(['Me', 'Zed', 'anna', 'Ben', 'Émile', 'Finn', 'Zoe']);
});

test('people of one name keep an order of their own', () => {
  const members = [member(person(9, 'Kim')), member(person(3, 'Kim'))];
  expect(orderMembers(members, 1, 'en').map(({ userId }) => userId)).toEqual([3, 9]);
});

test('members are found by parts of their name, without case and accents; nothing typed finds everybody', () => {
  const members = [
    member(person(1, 'Ana Souza')),
    member(person(2, 'José Núñez')),
    member(person(3, '田中 ゆき')),
  ];
  expect(names(findMembers(members, 'nunez jose'))).toEqual(['José Núñez']);
  expect(names(findMembers(members, 'SOU'))).toEqual(['Ana Souza']);
  expect(names(findMembers(members, 'ゆき'))).toEqual(['田中 ゆき']);
  expect(findMembers(members, 'nobody')).toEqual([]);
  expect(findMembers(members, '  ')).toBe(members);
});
