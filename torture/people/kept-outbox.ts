import type { OpenOutbox, OutboxEntry, OutboxStore } from '@vibe/client';
import { fileOutbox } from '@vibe/client/node';
import type { GoneLine, KeptLine, RefusedLine } from '../oracle/journal-line.ts';

type Said = 'person' | 'life';
export type OutboxLine = Omit<KeptLine, Said> | Omit<GoneLine, Said> | Omit<RefusedLine, Said>;

/** One life's outbox, on the disk. */
export interface KeptOutbox {
  open: OpenOutbox;
  /**
   * As a kill would: nothing more gets into it, and nobody hears of what it has. Resolves when the file is not written any
   * more.
   */
  die(): Promise<void>;
}

/** A file outbox that notes what it holds, each time after the disk has it. */
export function keptOutbox(directory: string, note: (line: OutboxLine) => void): KeptOutbox {
  let isDead = false;
  let kept: OutboxStore | null = null;

  const alive = async <T>(act: () => Promise<T>, then: (result: T) => void = () => {}): Promise<T> => {
    if (isDead) return never();
    const result = await act();
    if (isDead) return never();
    then(result);
    return result;
  };
  const noteUpdate = (id: string, entry: OutboxEntry | null): void => {
    if (!entry) note({ kind: 'gone', id });
    else if (entry.failure) note({ kind: 'refused', id, code: entry.failure.code });
  };

  return {
    async open(userId) {
      const store = await fileOutbox(directory)(userId);
      kept = store;
      return {
        ...store,
        add: (entry) =>
          alive(
            () => store.add(entry),
            () => note(keptLine(entry)),
          ),
        update: (id, change) =>
          alive(
            () => store.update(id, change),
            (entry) => noteUpdate(id, entry),
          ),
        remove: (id) =>
          alive(
            () => store.remove(id),
            () => note({ kind: 'gone', id }),
          ),
        clear: () => alive(store.clear),
        list: () => alive(store.list),
      };
    },
    async die() {
      isDead = true;
      await kept?.list();
    },
  };
}

const never = <T>(): Promise<T> => new Promise(() => {});

const keptLine = (entry: OutboxEntry): Omit<KeptLine, Said> => ({
  kind: 'kept',
  entry: entry.kind,
  id: entry.id,
  conversationId: entry.conversationId,
  messageId: 'messageId' in entry ? entry.messageId : null,
  content: 'content' in entry ? entry.content : null,
});
