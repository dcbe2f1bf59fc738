import { expect, test } from 'vitest';
import { describeLeaving } from '../src/details/describe-leaving.ts';
import { successorOf } from '../src/details/successor-of.ts';
import { withTextChanges } from '../src/text/text.ts';
import { member, person } from './people.ts';

const text = withTextChanges();
const owner = member(person(1, 'Olu'), 'owner');
const admins = [member(person(2, 'Late admin'), 'admin', 9), member(person(3, 'First admin'), 'admin', 4)];
const members = [
  member(person(4, 'First member'), 'member', 2),
  member(person(5, 'Late member'), 'member', 8),
];

test('the longest-standing admin succeeds the last owner, else the longest-standing member', () => {
  expect(successorOf([owner, ...members, ...admins], 1)?.user.fullName).toBe('First admin');
  expect(
    successorOf(
      [members[1], owner, members[0]].flatMap((each) => each ?? []),
      1,
    )?.user.fullName,
  ).toBe('First member');
});

test('nobody succeeds while an owner stays, when no owner leaves, or where nobody is left', () => {
  expect(successorOf([owner, member(person(6), 'owner'), ...members], 1)).toBeNull();
  expect(successorOf([owner, ...admins], 2)).toBeNull();
  expect(successorOf([owner], 1)).toBeNull();
});

test('leaving says who owns the group then, and when nobody does', () => {
  const leave = (participants: typeof members, id: number) =>
    describeLeaving({ participants, participantCount: participants.length }, id, text);
  expect(leave([owner, ...members], 1)).toContain('First member becomes its owner.');
  expect(leave([owner, ...members], 4)).toBe(text.details.leaveEffect);
  expect(leave([owner], 1)).toBe(text.details.leaveAlone);
});
