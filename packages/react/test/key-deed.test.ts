import { expect, test } from 'vitest';
import { type KeyPress, type KeySituation, keyDeed } from '../src/composer/key-deed.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 13,
  ...more,
});
const desk: KeySituation = { enterSends: true, isTouch: false, isEmpty: false, isEditing: false };

test('Enter sends, with Shift it breaks the line', () => {
  expect(keyDeed(press('Enter'), desk)).toBe('submit');
  expect(keyDeed(press('Enter', { shiftKey: true }), desk)).toBeNull();
  expect(keyDeed(press('Enter', { altKey: true }), desk)).toBeNull();
});

test('for who wants it so, Enter breaks the line, and Ctrl or ⌘ with it sends', () => {
  const other = { ...desk, enterSends: false };
  expect(keyDeed(press('Enter'), other)).toBeNull();
  expect(keyDeed(press('Enter', { ctrlKey: true }), other)).toBe('submit');
  expect(keyDeed(press('Enter', { metaKey: true }), other)).toBe('submit');
});

test('on a touch screen Enter breaks the line, whatever is set', () => {
  expect(keyDeed(press('Enter'), { ...desk, isTouch: true })).toBeNull();
});

test('a key of an input method does nothing here', () => {
  for (const key of ['Enter', 'Escape', 'ArrowUp']) {
    const situation = { ...desk, isEmpty: true, isEditing: key === 'Escape' };
    expect(keyDeed(press(key, { isComposing: true }), situation)).toBeNull();
    expect(keyDeed(press(key, { keyCode: 229 }), situation)).toBeNull();
  }
});

test('the up arrow edits the last message from an empty field alone', () => {
  const empty = { ...desk, isEmpty: true };
  expect(keyDeed(press('ArrowUp'), empty)).toBe('editLast');
  expect(keyDeed(press('ArrowUp'), desk)).toBeNull();
  expect(keyDeed(press('ArrowUp', { shiftKey: true }), empty)).toBeNull();
  expect(keyDeed(press('ArrowUp'), { ...empty, isEditing: true })).toBeNull();
});

test('Escape leaves editing, and is nobody’s business otherwise', () => {
  expect(keyDeed(press('Escape'), { ...desk, isEditing: true })).toBe('leaveEditing');
  expect(keyDeed(press('Escape'), desk)).toBeNull();
});
