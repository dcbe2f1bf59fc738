import { FullName, UserId } from '@vibe/contract';
import { ChatError } from '../chat-error.ts';

/** Where a page of people, ordered by name and id, ended. */
export interface UserPageKey {
  fullName: string;
  id: number;
}

export const encodeUserPageKey = ({ fullName, id }: UserPageKey): string =>
  Buffer.from(JSON.stringify([id, fullName])).toString('base64url');

/** Null for the first page. @throws `BAD_INPUT` for what no page gave. */
export const decodeUserPageKey = (key: string | undefined): UserPageKey | null => {
  if (key === undefined) return null;
  try {
    const [id, fullName]: unknown[] = JSON.parse(Buffer.from(key, 'base64url').toString());
    return { id: UserId.parse(id), fullName: FullName.parse(fullName) };
  } catch {}
  const message = 'after is not a key that a page gave';
  throw new ChatError('BAD_INPUT', message, { fields: { after: message } });
};
