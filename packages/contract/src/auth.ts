import { z } from 'zod';
import { limits } from './limits.ts';
import { Email, FullName, type Profile } from './user.ts';

/** What a service's key allows beside talking in its own name. */
export const scopes = ['users:write', 'conversations:write'] as const;
export type Scope = (typeof scopes)[number];
export const Scope = z.enum(scopes);

/** A signed-in session. The refresh token travels apart from it, in an HttpOnly cookie. */
export interface SignedIn {
  user: Profile;
  /** A JWT for `Authorization: Bearer` and for the socket's connection parameters. */
  accessToken: string;
  /** When the access token ends, ISO 8601. */
  expiresAt: string;
}

/** `auth.me`: the caller, and what their token allows. */
export interface Me {
  user: Profile;
  scopes: Scope[];
}

const Password = z
  .string({ error: 'password must be text' })
  .min(limits.passwordMinChars, `password must be at least ${limits.passwordMinChars} characters long`)
  .max(limits.passwordMaxChars, `password must be at most ${limits.passwordMaxChars} characters long`)
  .refine((password) => password.isWellFormed(), { error: 'password must be well-formed Unicode' });
/** What was once accepted as a password may be shorter than today's rule. */
const GivenPassword = z
  .string({ error: 'password must be text' })
  .max(limits.passwordMaxChars, 'password is too long');

export const SignUpInput = z.object({ email: Email, password: Password, fullName: FullName });
export const SignInInput = z.object({ email: Email, password: GivenPassword });
export const ChangePasswordInput = z.object({ currentPassword: GivenPassword, newPassword: Password });

export type SignUpInput = z.infer<typeof SignUpInput>;
export type SignInInput = z.infer<typeof SignInInput>;
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;
