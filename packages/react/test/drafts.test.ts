// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftStorage, maxDrafts } from '../src/composer/draft-storage.ts';
import { createDrafts } from '../src/composer/drafts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

const maya = () => createDrafts(createDraftStorage(localStorage, 1));

test('a draft is there again after a reload, in its conversation and for its person alone', () => {
  const drafts = maya();
  drafts.write(7, 'half a sentence');
  drafts.flush();
  expect(maya().read(7)).toBe('half a sentence');
  expect(maya().read(8)).toBe('');
  expect(createDrafts(createDraftStorage(localStorage, 2)).read(7)).toBe('');
});

test('it is stored a moment after a keystroke, once for many', () => {
  const save = vi.fn(() => true);
  const drafts = createDrafts({ load: () => '', save, clear() {} });
  drafts.write(7, 'a');
  drafts.write(7, 'ab');
  expect(save).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(save.mock.calls).toEqual([[7, 'ab']]);
});

test('a sent one leaves nothing behind, and neither does a blank one', () => {
  const drafts = maya();
  drafts.write(7, 'sent soon');
  drafts.flush();
  expect(localStorage).toHaveLength(1);
  drafts.write(7, '');
  expect(localStorage).toHaveLength(0);
  drafts.write(7, ' \n ');
  drafts.flush();
  expect(localStorage).toHaveLength(0);
});

test('two tabs keep the drafts of different conversations apart', () => {
  const [one, other] = [maya(), maya()];
  one.write(7, 'of one tab');
  other.write(8, 'of the other');
  one.flush();
  other.flush();
  expect([maya().read(7), maya().read(8)]).toEqual(['of one tab', 'of the other']);
});

test('what another tab sent is gone here, unless something was written here since', () => {
  const [one, other] = [maya(), maya()];
  one.write(7, 'draft');
  one.flush();
  expect(other.read(7)).toBe('draft');
  one.write(7, '');
  other.refresh(7);
  expect(other.read(7)).toBe('');
  other.write(7, 'a new one');
  other.refresh(7);
  expect(other.read(7)).toBe('a new one');
});

test('the oldest are dropped when there are too many', () => {
  const drafts = maya();
  for (let conversationId = 1; conversationId <= maxDrafts + 2; conversationId++) {
    vi.setSystemTime(conversationId * 1_000);
    drafts.write(conversationId, `draft ${conversationId}`);
    drafts.flush();
  }
  expect(localStorage).toHaveLength(maxDrafts);
  expect(maya().read(2)).toBe('');
  expect(maya().read(3)).toBe('draft 3');
});

test('a full storage gives room by dropping older drafts', () => {
  const drafts = maya();
  drafts.write(1, 'old');
  drafts.flush();
  const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  drafts.write(2, 'new');
  drafts.flush();
  expect(setItem).toHaveBeenCalledTimes(2);
  expect([maya().read(1), maya().read(2)]).toEqual(['', 'new']);
});

test('without a storage, or with one that takes nothing, drafts last as long as the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  for (const storage of [null, localStorage]) {
    const drafts = createDrafts(createDraftStorage(storage, 1));
    drafts.write(7, 'kept');
    drafts.flush();
    drafts.refresh(7);
    expect(drafts.read(7)).toBe('kept');
  }
});

test('a sign-out forgets the person’s drafts, and nobody else’s', () => {
  const drafts = maya();
  const other = createDrafts(createDraftStorage(localStorage, 11));
  drafts.write(7, 'stored');
  drafts.write(8, 'stored, too');
  other.write(7, 'another person’s');
  drafts.flush();
  other.flush();
  drafts.write(9, 'not stored yet');
  drafts.clear();
  drafts.flush();
  expect([7, 8, 9].map(maya().read)).toEqual(['', '', '']);
  expect(drafts.read(9)).toBe('');
  expect(createDrafts(createDraftStorage(localStorage, 11)).read(7)).toBe('another person’s');
});

test('an entry that is not ours is no draft', () => {
  for (const entry of ['', 'no json', 'null', '[]', '{"draft":5}']) {
    localStorage.setItem('vibe-chat:draft:1:7', entry);
    expect(maya().read(7)).toBe('');
  }
});
