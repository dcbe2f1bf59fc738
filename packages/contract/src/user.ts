import { z } from 'zod';
import { UserId } from './ids.ts';
import { limits } from './limits.ts';
import { PageKey, PageLimit } from './page.ts';
import { freeText, text } from './text.ts';

/** What a person is on the whole platform. `service` is a program with an account of its own. */
export const platformRoles = ['client', 'trainer', 'admin', 'service'] as const;
export type PlatformRole = (typeof platformRoles)[number];
export const PlatformRole = z.enum(platformRoles);

/** A person as anyone who may see them does. `version` rises with every change of this row. */
export interface User {
  id: number;
  fullName: string;
  avatarUrl: string | null;
  role: PlatformRole;
  isDeactivated: boolean;
  version: number;
}

/** A person as `user.byId`, `user.search` and `auth.me` show them; `email` is null where the reader may not see it. */
export interface Profile extends User {
  email: string | null;
}

export interface UserPage {
  users: Profile[];
  /** Give it as `after` for the next page; null at the end. */
  nextKey: string | null;
}

export const FullName = text('fullName', limits.nameChars);
export const Email = z
  .email({ error: 'email must be an email address' })
  .max(limits.emailChars, `email must be at most ${limits.emailChars} characters long`)
  .refine((email) => email.isWellFormed() && !email.includes('\0'), { error: 'email must be plain text' });
/** Only http(s), since it ends in an `img` of other people's pages. Blanks and the like are looked for: a parser drops them. */
export const AvatarUrl = freeText('avatarUrl', limits.urlChars).refine(
  (url) => /^https?:\/\/\S+$/i.test(url) && URL.canParse(url),
  { error: 'avatarUrl must be an http(s) address' },
);
const externalKey = (label: string) => text(label, limits.externalKeyChars);

export const SearchUsersInput = z.object({
  query: freeText('query', limits.queryChars),
  limit: PageLimit,
  after: PageKey.optional(),
});
export const UserByIdInput = z.object({ userId: UserId });
export const UpdateProfileInput = z.object({
  fullName: FullName.optional(),
  avatarUrl: AvatarUrl.nullable().optional(),
});
export const ListActiveUsersInput = z.object({ limit: PageLimit, after: PageKey.optional() });
export const UpsertUserInput = z.object({
  issuer: externalKey('issuer'),
  externalId: externalKey('externalId'),
  fullName: FullName,
  email: Email.nullable().optional(),
  avatarUrl: AvatarUrl.nullable().optional(),
  role: z.enum(['client', 'trainer', 'admin']),
});
export const DeactivateUserInput = UserByIdInput;
export const BlockUserInput = UserByIdInput;
export const UnblockUserInput = UserByIdInput;

export type SearchUsersInput = z.infer<typeof SearchUsersInput>;
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;
export type ListActiveUsersInput = z.infer<typeof ListActiveUsersInput>;
export type UpsertUserInput = z.infer<typeof UpsertUserInput>;
