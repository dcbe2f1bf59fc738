import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Conversation, Message, PlatformRole } from '@vibe/contract';
import { createStores, type Database, openClient, type Stores } from '@vibe/db';
import { createTestDatabase } from '@vibe/db/testing';
import { type ImportResult, importChat } from '../src/import-chat.ts';
import type { ImportedChat } from '../src/imported-chat.ts';
import { openChat } from '../src/open-chat.ts';
import { temporaryFolder } from './support.ts';

export type Engine = 'pglite' | 'postgres';

export interface LoadOptions {
  group?: string;
  members?: string[];
  channel?: string;
  signal?: AbortSignal;
  onProgress?: (count: number) => void;
}

/** Stores on a database of their own, and short ways to import into it and to read from it. */
export interface ImportScene extends AsyncDisposable {
  database: Database;
  stores: Stores;
  /** Somebody who can sign in. */
  person(fullName: string, role?: PlatformRole): Promise<{ id: number; email: string }>;
  /** Imports as another process would: over connections of its own. */
  load(path: string, options?: LoadOptions): Promise<ImportResult & { chat: ImportedChat }>;
  /** Imports a WhatsApp export of these lines. */
  loadLines(lines: readonly string[], options?: LoadOptions): Promise<ImportResult>;
  /** Every message of that group, by seq, and what its senders are called. */
  read(userId: number): Promise<{ messages: Message[]; names: Map<number, string> }>;
  /** The only group that the person is in, as they see it. */
  groupOf(userId: number): Promise<Conversation>;
}

export async function importScene(engine: Engine, given?: Database): Promise<ImportScene> {
  await using opened = new AsyncDisposableStack();
  const database = given ?? opened.use(await createTestDatabase(engine));
  const connect = () => createStores(opened.use(openClient(database)));
  const stores = connect();
  const importing = connect();

  const load: ImportScene['load'] = async (path, options = {}) => {
    const { group = 'Gym', members = [], channel, signal = new AbortController().signal } = options;
    const chat = await openChat({ path, timeZone: 'UTC', channel }, 10_000);
    const onProgress = options.onProgress ?? (() => {});
    const result = await importChat({ stores: importing, onProgress, signal }, chat, { group, members });
    return { ...result, chat };
  };
  const groupOf: ImportScene['groupOf'] = async (userId) => {
    const { conversations } = await stores.conversations.list(userId, { limit: 2 });
    const [only, ...others] = conversations;
    if (!only || others.length > 0) throw new Error('the person is not in one group');
    return only;
  };
  const held = opened.move();
  return {
    database,
    stores,
    load,
    async person(fullName, role = 'client') {
      const email = `${randomUUID()}@example.com`;
      const user = await stores.users.createWithPassword({ email, fullName, role, passwordHash: 'x' });
      return { id: user?.id ?? 0, email };
    },
    async loadLines(lines, options) {
      await using folder = await temporaryFolder();
      const path = join(folder.path, 'chat.txt');
      await writeFile(path, `${lines.join('\n')}\n`);
      return await load(path, options);
    },
    groupOf,
    async read(userId) {
      const { id: conversationId } = await groupOf(userId);
      const messages: Message[] = [];
      const names = new Map<number, string>();
      for (let hasNewer = true; hasNewer; ) {
        const after = messages.at(-1)?.seq ?? 0;
        const page = await stores.messages.list(userId, { conversationId, limit: 1_000, after });
        messages.push(...(page?.messages ?? []));
        for (const { id, fullName } of page?.users ?? []) names.set(id, fullName);
        hasNewer = page?.hasNewer ?? false;
      }
      return { messages, names };
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

/** Lines of a WhatsApp export, a minute apart, from `first` on. */
export function whatsAppLines(count: number, first = 0): string[] {
  return Array.from({ length: count }, (_, index) => {
    const [day, time] = new Date(Date.UTC(2024, 0, 13) + (first + index) * 60_000).toISOString().split('T');
    return `${day?.split('-').reverse().join('/')}, ${time?.slice(0, 5)} - Person ${(first + index) % 3}: message ${first + index}`;
  });
}
