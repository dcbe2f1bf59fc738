import { describe, expect, test } from 'vitest';
import { violationsIn } from '../oracle/all-checks.ts';
import type { Line } from '../oracle/journal-line.ts';
import { aRun, control, firstId, heard, journals, type Run, secondId } from './a-run.ts';

const found = (run: Run) => [...new Set(violationsIn(journals(run), run.truth).map(({ check }) => check))];

/** What the oracle says of the run in which that went wrong. */
function foundAfter(spoil: (run: Run) => void): string[] {
  const run = aRun();
  spoil(run);
  return found(run);
}

const finals = ({ lines }: Run) => lines.filter((line) => line.kind === 'final');
const without = (run: Run, isGone: (line: Line) => boolean): void => {
  run.lines = run.lines.filter((line) => !isGone(line));
};

test('a run without a fault has no violation', () => {
  expect(found(aRun())).toEqual([]);
});

describe('P1, P2: an acknowledged message is there exactly once', () => {
  test('one that is lost is found', () => {
    expect(foundAfter(({ truth }) => void truth.messages.pop())).toContain('stored once');
  });

  test('one that is there under another name is found', () => {
    const spoil = ({ truth }: Run) => {
      truth.messageStates.push({ conversationId: 1, seq: 1, version: 7, senderId: 10, content: 'two' });
    };
    expect(foundAfter(spoil)).toContain('nothing unsaid');
  });

  test('one that is stored twice is found', () => {
    const spoil = ({ truth }: Run) => void truth.messages.push(...truth.messages.slice(1));
    expect(foundAfter(spoil)).toContain('stored once');
  });

  test('one that an outbox kept and nobody sent is found', () => {
    const spoil = (run: Run) => {
      run.truth.messages.pop();
      without(run, (line) => line.kind === 'gone' && line.id === secondId);
    };
    expect(foundAfter(spoil)).toContain('stored once');
  });

  test('one that was refused need not be there', () => {
    const spoil = (run: Run) => {
      run.truth.messages.shift();
      run.lines.push({ person: 0, life: 1, kind: 'refused', id: firstId, code: 'NOT_FOUND' });
    };
    expect(foundAfter(spoil)).not.toContain('stored once');
  });
});

test('what nobody sent is found', () => {
  const spoil = (run: Run) => without(run, (line) => line.kind === 'send' && line.content === 'one');
  expect(foundAfter(spoil)).toEqual(['nothing unsaid']);
});

test('what a client takes over, and no disk ever has, is found', () => {
  const spoil = ({ lines }: Run) => {
    for (const at of [1, 2, 3, 4]) {
      const conversationId = 1;
      lines.push({
        person: 0,
        life: 2,
        kind: 'taken',
        conversationId,
        clientId: `lost ${at}`,
        content: `lost ${at}`,
        atMs: 5_000 * at,
      });
    }
  };
  expect(foundAfter(spoil)).toEqual(['written kept']);
});

test("a sender's own order is looked at", () => {
  const spoil = ({ lines }: Run) => {
    const taken = lines.filter((line) => line.kind === 'taken');
    for (const line of taken) line.clientId = line.clientId === firstId ? secondId : firstId;
  };
  expect(foundAfter(spoil)).toEqual(['own order']);
});

describe('P3, P4: the order of all', () => {
  test.each([
    ['a hole', ({ truth }: Run) => void truth.messages.shift()],
    [
      'a message older than the one before it',
      ({ truth: { messages } }: Run) => {
        for (const message of messages) message.createdMs = -message.seq;
      },
    ],
  ])('%s is found', (_, spoil) => {
    expect(foundAfter(spoil)).toContain('one order');
  });

  test.each([
    ['a version that nobody has', ({ truth }: Run) => void truth.headVersions.pop()],
    [
      'a version that two have',
      ({ truth }: Run) => void truth.headVersions.push({ conversationId: 1, version: 5 }),
    ],
  ])('%s is found', (_, spoil) => {
    expect(foundAfter(spoil)).toEqual(['dense versions']);
  });
});

describe('edits and deletes', () => {
  test('an edit that was acknowledged and never done is found', () => {
    expect(foundAfter(({ truth }) => void truth.messageStates.pop())).toContain('changes kept');
  });

  test('a deletion that was acknowledged and never done is found', () => {
    const spoil = ({ lines }: Run) => {
      lines.push({
        person: 0,
        life: 1,
        kind: 'kept',
        entry: 'delete',
        id: 'x',
        conversationId: 1,
        messageId: 101,
        content: null,
      });
      lines.push({ person: 0, life: 1, kind: 'gone', id: 'x' });
    };
    expect(foundAfter(spoil)).toEqual(['changes kept']);
  });

  test('P7: a deleted message that says something is found', () => {
    const spoil = ({ truth: { messages } }: Run) => {
      for (const message of messages) message.isDeleted = true;
    };
    expect(foundAfter(spoil)).toContain('changes kept');
  });
});

test('P10: a wrong count is found', () => {
  const spoil = ({ truth: { messages } }: Run) => {
    for (const message of messages) message.senderId = 11;
  };
  expect(foundAfter(spoil)).toContain('unread recounted');
});

describe('P8: watermarks', () => {
  test.each([
    ['falls in the database', { conversationId: 1, userId: 10, deliveredSeq: 2, readSeq: 1 }],
    ['is beyond the end', { conversationId: 1, userId: 10, deliveredSeq: 3, readSeq: 2 }],
  ])('one that %s is found', (_, state) => {
    expect(foundAfter(({ truth }) => void truth.receiptStates.push(state))).toEqual(['watermarks rise']);
  });

  const fallen: Line = {
    person: 1,
    life: 1,
    kind: 'marks',
    conversationId: 1,
    load: 1,
    joinVersion: 3,
    marks: [[10, 1, 2]],
  };
  test('one that falls on a screen is found, but not after a load of everything', () => {
    expect(foundAfter(({ lines }) => void lines.push(fallen))).toEqual(['watermarks rise']);
    expect(foundAfter(({ lines }) => void lines.push({ ...fallen, load: 2 }))).toEqual([]);
  });
});

describe('P15: what somebody is sent', () => {
  const leave = ({ truth }: Run) => {
    truth.membershipStates.push({
      conversationId: 1,
      userId: 11,
      joinVersion: 3,
      version: 6,
      isActive: false,
      visibleFromSeq: 0,
    });
  };

  test('something of a time after their removal is found', () => {
    expect(foundAfter(leave)).toContain('only theirs');
  });

  test('something that they cannot see is found', () => {
    const spoil = ({ truth: { membershipStates } }: Run) => {
      for (const each of membershipStates) each.visibleFromSeq = 1;
    };
    expect(foundAfter(spoil)).toContain('only theirs');
  });

  test('something that follows the news of their removal is found', () => {
    const spoil = ({ lines }: Run) => {
      const end = {
        type: 'participant',
        conversationId: 1,
        userId: 11,
        version: 7,
        isActive: false,
      } as const;
      lines.push({ ...heard(1, 4), event: end }, control('caughtUp'), heard(1, 4));
    };
    expect(foundAfter(spoil)).toContain('only theirs');
  });
});

test('P14: versions that come out of order are found, but not in a replay', () => {
  expect(foundAfter(({ lines }) => void lines.push(heard(2, 5)))).toEqual(['versions in order']);
  expect(foundAfter(({ lines }) => void lines.push(control('ready'), heard(2, 5)))).toEqual([]);
});

test('a screen that shows something else than a fetch is found', () => {
  const spoil = (run: Run) => {
    for (const { shown } of finals(run)) for (const each of shown) each.messages = each.messages.slice(1);
  };
  expect(foundAfter(spoil)).toEqual(['screens as fetched']);
});

test('a fetch that says something else than the database is found', () => {
  const spoil = ({ truth: { messages } }: Run) => {
    for (const message of messages) message.version += 1;
  };
  expect(foundAfter(spoil)).toEqual(['fetched as stored']);
});

test.each<[string, (run: Run) => void]>([
  ['does not come to rest', (run) => without(run, (line) => line.kind === 'final' && line.person === 1)],
  ['is signed out', ({ lines }) => void lines.push({ person: 1, life: 1, kind: 'signedOut' })],
  [
    'meets an error that nobody caught',
    ({ lines }) => void lines.push({ person: 1, life: 1, kind: 'error', message: 'x' }),
  ],
])('somebody who %s is found', (_, spoil) => {
  expect(foundAfter(spoil)).toEqual(['all calm']);
});
