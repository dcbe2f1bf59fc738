import type { Check } from './check.ts';
import { allCalm } from './checks/all-calm.ts';
import { changesKept } from './checks/changes-kept.ts';
import { denseVersions } from './checks/dense-versions.ts';
import { fetchedAsStored } from './checks/fetched-as-stored.ts';
import { nothingUnsaid } from './checks/nothing-unsaid.ts';
import { oneOrder } from './checks/one-order.ts';
import { onlyTheirs } from './checks/only-theirs.ts';
import { ownOrder } from './checks/own-order.ts';
import { screensAsFetched } from './checks/screens-as-fetched.ts';
import { storedOnce } from './checks/stored-once.ts';
import { unreadRecounted } from './checks/unread-recounted.ts';
import { versionsInOrder } from './checks/versions-in-order.ts';
import { watermarksRise } from './checks/watermarks-rise.ts';
import { writtenKept } from './checks/written-kept.ts';
import type { Journals } from './journals.ts';
import type { Truth } from './truth.ts';

const allChecks: Record<string, Check> = {
  'all calm': allCalm,
  'written kept': writtenKept,
  'stored once': storedOnce,
  'nothing unsaid': nothingUnsaid,
  'own order': ownOrder,
  'one order': oneOrder,
  'dense versions': denseVersions,
  'changes kept': changesKept,
  'unread recounted': unreadRecounted,
  'watermarks rise': watermarksRise,
  'only theirs': onlyTheirs,
  'versions in order': versionsInOrder,
  'screens as fetched': screensAsFetched,
  'fetched as stored': fetchedAsStored,
};

/** Of what is not in the journals: an instance ended by itself. */
export const instancesLive = 'instances live';

export const checkNames = [instancesLive, ...Object.keys(allChecks)];

export interface Violation {
  check: string;
  what: string;
}

export const violationsIn = (journals: Journals, truth: Truth): Violation[] =>
  Object.entries(allChecks).flatMap(([check, find]) =>
    find(journals, truth).map((what) => ({ check, what })),
  );
