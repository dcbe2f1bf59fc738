import type { ImportAccount, ImportItem } from '@vibe/chat';
import type { Stores } from '@vibe/db';
import { batches } from './batches.ts';
import { ImportError } from './import-error.ts';
import { admitReaders, findReaders } from './import-readers.ts';
import type { ImportedChat, ImportedMessage } from './imported-chat.ts';
import type { ImportOptions } from './options.ts';
import { retryWhileBusy } from './retry-while-busy.ts';

/** Messages stored in one transaction, during which others who write in the group wait: about a tenth of a second. */
const batchSize = 1_000;

const sourceNames = { whatsapp: 'WhatsApp', slack: 'Slack' } as const;

export interface ImportDeps {
  stores: Pick<Stores, 'imports' | 'conversations'>;
  /** Hears how many more messages are dealt with. */
  onProgress(count: number): void;
  /** Aborting it ends the import after the batch under way. */
  signal: AbortSignal;
}

export interface ImportResult {
  added: number;
  /** How many were there already. */
  known: number;
  /** How many of those added show another time than the export says. */
  retimed: number;
  /** Names of those who were let into the group. */
  joined: string[];
  /** False when it was stopped: the same import, run again, goes on from there. */
  isComplete: boolean;
}

/**
 * Loads a chat into the group that belongs to its source and the name given, wherever that group has got to. People of
 * the export become deactivated accounts; system lines are said by an account that stands for the source. Readers are let
 * in at the end, so that a new group shows up complete, and nobody's badge counts its messages.
 *
 * @throws ImportError before anything is written, if it is not clear who may read the group
 */
export async function importChat(
  { stores, onProgress, signal }: ImportDeps,
  chat: ImportedChat,
  { group, members }: Pick<ImportOptions, 'group' | 'members'>,
): Promise<ImportResult> {
  const { imports, conversations } = stores;
  const existing = await imports.findGroup(chat.source, group);
  const readers = await findReaders(imports, members, !existing?.participantCount);
  const accountIds = await imports.accounts(accountsOf(chat));
  const conversationId = existing?.conversationId ?? (await createGroup(stores, chat, group, accountIds));

  const result: ImportResult = { added: 0, known: 0, retimed: 0, joined: [], isComplete: false };
  for await (const batch of batches(chat.messages, batchSize)) {
    const items = batch.map((message) => itemOf(message, chat, accountIds));
    const { added, retimed } = await retryWhileBusy(() => imports.append(conversationId, items));
    result.added += added;
    result.known += batch.length - added;
    result.retimed += retimed;
    onProgress(batch.length);
    if (signal.aborted) return result;
  }
  const joined = await admitReaders(conversations, conversationId, readers);
  return { ...result, joined, isComplete: true };
}

function accountsOf({ source, people }: ImportedChat): ImportAccount[] {
  return [
    { externalId: source, fullName: sourceNames[source], role: 'service' },
    ...people.map((person) => ({ ...person, role: 'client' as const })),
  ];
}

/** The key is the name that it was imported under: whoever renames the group changes nothing about it. */
async function createGroup(
  { conversations }: ImportDeps['stores'],
  { source }: ImportedChat,
  name: string,
  accountIds: Map<string, number>,
): Promise<number> {
  const { conversationId } = await conversations.create({
    type: 'group',
    name,
    directKey: null,
    createdById: idOf(source, accountIds),
    externalKey: name,
    historyVisible: true,
    members: [],
    // It would be the latest message, and the times of what an export adds later may not fall below it.
    announcement: null,
  });
  return conversationId;
}

function itemOf(
  message: ImportedMessage,
  { source }: ImportedChat,
  accountIds: Map<string, number>,
): ImportItem {
  const { externalId: clientId, authorExternalId, kind, content, sentAt, editedAt = null } = message;
  return {
    senderId: idOf(authorExternalId ?? source, accountIds),
    clientId,
    kind,
    content,
    sentAt,
    editedAt,
  };
}

function idOf(externalId: string, accountIds: Map<string, number>): number {
  const id = accountIds.get(externalId);
  if (id === undefined) throw new ImportError(`The export changed while it was read: ${externalId} is new.`);
  return id;
}
