import type { RouterInputs } from '@vibe/api';
import type { ErrorCode } from '@vibe/contract';

/** What a call comes to: it does what it is for, it answers that there is nothing, or it is refused with that code. */
export type Outcome = 'ok' | 'empty' | ErrorCode;

/** In the order of `actors` in world.ts, which says who they are. The tenth is there where scopes may matter. */
type Row = readonly [
  outsider: Outcome,
  removed: Outcome,
  member: Outcome,
  admin: Outcome,
  owner: Outcome,
  blocked: Outcome,
  platformAdmin: Outcome,
  service: Outcome,
  signedOut: Outcome,
  scopedService?: Outcome,
];

/** Every procedure there is, as the types know it: `message.send` … */
export type Path = {
  [Noun in keyof RouterInputs]: `${Noun}.${keyof RouterInputs[Noun] & string}`;
}[keyof RouterInputs];

const ok = 'ok';
const empty = 'empty';
/** There is no such thing, as far as they are told. */
const hidden = 'NOT_FOUND';
/** They may know of it, but not do this. */
const denied = 'FORBIDDEN';
const signIn = 'UNAUTHENTICATED';

/**
 * Who may do what, over the whole router. A row is a procedure, or one case of it: what stands behind the space in its
 * name. How each row is called, and what proves that it did something, is in calls/ under the same name.
 *
 * The blocked one acts in a direct conversation, where nobody has the rights of a group's admin; the others in a group.
 */
// biome-ignore format: it is read by its columns
export const matrix = {
  //                                          outsider removed  member   admin    owner    blocked  platform service  signedOut scopedService
  'auth.signUp':                             [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok],
  'auth.signIn':                             [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok],
  'auth.refresh':                            [ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn,  signIn],
  'auth.signOut':                            [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],
  'auth.signOutEverywhere':                  [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],
  'auth.changePassword':                     [ok,      ok,      ok,      ok,      ok,      ok,      ok,      'WRONG_CREDENTIALS', signIn],
  'auth.me':                                 [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn,   ok],

  'user.search':                             [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],
  'user.byId':                               [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],
  'user.update':                             [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],
  'user.listActive':                         [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],
  'user.upsert':                             [denied,  denied,  denied,  denied,  denied,  denied,  ok,      denied,  signIn,   ok],
  'user.deactivate':                         [denied,  denied,  denied,  denied,  denied,  denied,  ok,      denied,  signIn,   ok],
  'user.block':                              [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],
  'user.unblock':                            [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],
  'user.listBlocked':                        [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],

  'conversation.create a direct one':        [ok,      ok,      ok,      ok,      ok,      'BLOCKED', ok,    ok,      signIn],
  'conversation.create a group':             [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],
  'conversation.create by externalKey':      [denied,  denied,  denied,  denied,  denied,  denied,  denied,  denied,  signIn,   ok],
  'conversation.list':                       [empty,   empty,   ok,      ok,      ok,      ok,      empty,   empty,   signIn],
  'conversation.byId':                       [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn,   hidden],
  'conversation.rename':                     [hidden,  hidden,  denied,  ok,      ok,      denied,  hidden,  hidden,  signIn,   hidden],
  'conversation.addParticipants':            [hidden,  hidden,  denied,  ok,      ok,      denied,  hidden,  hidden,  signIn,   hidden],
  'conversation.removeParticipant':          [hidden,  hidden,  denied,  ok,      ok,      denied,  ok,      hidden,  signIn,   hidden],
  'conversation.removeParticipant an admin': [hidden,  hidden,  denied,  denied,  ok,      denied,  ok,      hidden,  signIn],
  'conversation.removeParticipant an owner': [hidden,  hidden,  denied,  denied,  'CONFLICT', denied, ok,    hidden,  signIn],
  'conversation.leave':                      [hidden,  hidden,  ok,      ok,      ok,      denied,  hidden,  hidden,  signIn],
  'conversation.setRole':                    [hidden,  hidden,  denied,  denied,  ok,      denied,  hidden,  hidden,  signIn,   hidden],
  'conversation.setPreference':              [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],
  'conversation.stream':                     [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],

  'message.send':                            [hidden,  hidden,  ok,      ok,      ok,      'BLOCKED', hidden, hidden, signIn,   hidden],
  'message.edit':                            [hidden,  hidden,  ok,      ok,      ok,      'BLOCKED', hidden, hidden, signIn],
  'message.edit another’s':                  [hidden,  hidden,  denied,  denied,  denied,  denied,  hidden,  hidden,  signIn],
  'message.delete':                          [hidden,  hidden,  ok,      ok,      ok,      ok,      ok,      hidden,  signIn],
  'message.delete another’s':                [hidden,  hidden,  denied,  ok,      ok,      denied,  ok,      hidden,  signIn],
  'message.list':                            [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],
  'message.byId':                            [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],
  'message.report':                          [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],
  'message.stream':                          [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],

  'report.list':                             [denied,  denied,  denied,  denied,  denied,  denied,  ok,      denied,  signIn,   denied],

  'receipt.markRead':                        [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],
  'receipt.markDelivered':                   [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],
  'receipt.list':                            [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],
  'receipt.stream':                          [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],

  'typing.set':                              [hidden,  hidden,  ok,      ok,      ok,      'BLOCKED', hidden, hidden, signIn],
  'typing.stream':                           [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],
  'presence.set':                            [ok,      ok,      ok,      ok,      ok,      ok,      ok,      ok,      signIn],
  'presence.stream':                         [empty,   empty,   ok,      ok,      ok,      ok,      empty,   empty,   signIn],
  'sync.stream':                             [hidden,  hidden,  ok,      ok,      ok,      ok,      hidden,  hidden,  signIn],
} as const satisfies RowsOfEveryPath;

/** A path alone, or with its case. */
type NameOf<P extends Path> = P | `${P} ${string}`;
type RowsOfEveryPath = Partial<Record<NameOf<Path>, Row>>;

export type RowName = keyof typeof matrix;
export type PathOf<Name extends string> = Name extends `${infer P} ${string}` ? P : Name;
