import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryOutbox, type OpenOutbox } from '../src/index.ts';
import { fileOutbox } from '../src/node/file-outbox.ts';
import { openIndexedDbOutbox } from '../src/outbox/indexed-db-outbox.ts';

/** A place for stores, empty at first; what is opened in it twice is the same. */
export interface Place extends AsyncDisposable {
  open: OpenOutbox;
}

export const places: { name: string; make(): Promise<Place> }[] = [
  {
    name: 'memory',
    make: async () => ({ open: memoryOutbox(), async [Symbol.asyncDispose]() {} }),
  },
  {
    name: 'a file',
    async make() {
      const directory = await mkdtempDisposable(join(tmpdir(), 'vibe-outbox-'));
      return {
        open: fileOutbox(join(directory.path, 'new')),
        [Symbol.asyncDispose]: () => directory.remove(),
      };
    },
  },
  {
    name: 'IndexedDB',
    async make() {
      const server = randomUUID();
      return {
        open: (userId) => openIndexedDbOutbox(`${server} ${userId}`),
        async [Symbol.asyncDispose]() {},
      };
    },
  },
];
