import type { ConversationStore, ImportReader, ImportStore } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { ImportError } from './import-error.ts';
import { retryWhileBusy } from './retry-while-busy.ts';

/** Who is let into a group. In one that somebody is in already, those to own it become plain members. */
export interface Readers {
  owners: readonly ImportReader[];
  members: readonly ImportReader[];
}

/**
 * The people with these addresses, the first as the owner. Without an address: every platform admin, as an owner, if
 * nobody is in the group, since nobody could read it otherwise; else nobody.
 *
 * @throws ImportError if an address is nobody's or several people's, or nobody could read the group
 */
export async function findReaders(
  imports: ImportStore,
  emails: readonly string[],
  isGroupEmpty: boolean,
): Promise<Readers> {
  const distinct = [...new Set(emails.map((email) => email.toLowerCase()))];
  const [owner, ...members] = await Promise.all(distinct.map((email) => findReader(imports, email)));
  if (owner) return { owners: [owner], members };
  if (!isGroupEmpty) return { owners: [], members: [] };
  const owners = await imports.admins();
  if (owners.length > 0) return { owners, members: [] };
  throw new ImportError(
    'Nobody could read the group: there is no platform admin. Say who can, with --member <email>. ' +
      'They need an account, so let them sign up first.',
  );
}

async function findReader(imports: ImportStore, email: string): Promise<ImportReader> {
  const [reader, ...others] = await imports.readersByEmail(email);
  if (!reader) throw new ImportError(`--member ${email} has no account. Let them sign up first.`);
  if (others.length > 0)
    throw new ImportError(`--member ${email} is the address of ${others.length + 1} accounts.`);
  return reader;
}

/**
 * Lets them in, where they are not yet; the group then shows up for those connected. What was imported counts as read.
 * Returns the names of those who came.
 */
export async function admitReaders(
  conversations: ConversationStore,
  conversationId: number,
  { owners, members }: Readers,
): Promise<string[]> {
  const readers = [...owners, ...members];
  if (readers.length === 0) return [];
  const changed = await retryWhileBusy(() =>
    conversations.change(conversationId, async (conversation) => {
      const presentIds = new Set((await conversation.members()).map(({ userId }) => userId));
      const newcomers = readers.filter(({ id }) => !presentIds.has(id));
      if (presentIds.size + newcomers.length > limits.groupMembers)
        throw new ImportError(`A group has at most ${limits.groupMembers} members.`);
      const isNew = ({ id }: ImportReader) => newcomers.some((newcomer) => newcomer.id === id);
      await conversation.admit(idsOf(owners.filter(isNew)), presentIds.size === 0 ? 'owner' : 'member');
      await conversation.admit(idsOf(members.filter(isNew)), 'member');
      return newcomers.map(({ fullName }) => fullName);
    }),
  );
  return changed?.result ?? [];
}

const idsOf = (readers: ImportReader[]): number[] => readers.map(({ id }) => id);
