import { z } from 'zod';
import { type DialectName, dialects } from './dialects/all-dialects.ts';

const names: DialectName[] = ['vibe', 'plain', 'socket-io', 'trpc-documented'];
const Ms = z.int().nonnegative();
const Window = { warmUpMs: Ms, measureMs: Ms };

const Play = z.discriminatedUnion('kind', [
  /** So many sends under way at any time, each followed by another. */
  z.object({
    kind: z.literal('closed'),
    inFlight: z.int().positive(),
    /** Whether everyone has to have it before its place is free; else nobody listens, and the answer is enough. */
    isDelivered: z.boolean(),
    /** Between an end and the next beginning. */
    pauseMs: Ms,
    ...Window,
  }),
  /** Sends begin at random moments, whatever became of those before. */
  z.object({
    kind: z.literal('open'),
    perSecond: z.number().positive(),
    /** Whether everyone types and reads all the while. */
    isBustling: z.boolean().default(false),
    ...Window,
  }),
  /** One question at a time to a procedure that answers with a page, by the first person. */
  z.object({
    kind: z.literal('read'),
    path: z.string(),
    /** In this order, again and again. */
    inputs: z.array(z.record(z.string(), z.unknown())).min(1),
    /** Which of the answer's fields the page is, and how many rows it must have. */
    list: z.string(),
    rows: z.int().positive(),
    ...Window,
  }),
  /** Everybody is connected, and nothing happens. */
  z.object({ kind: z.literal('idle'), settleMs: Ms }),
  /** All but one of each conversation lose their connection, miss so many messages each, and come back at once. */
  z.object({ kind: z.literal('storm'), missed: z.int().positive() }),
]);

const Id = z.int().positive();

/** What the load generator is to do. */
export const Job = z.object({
  dialect: z.enum(names).transform((name) => dialects[name]),
  urls: z.array(z.string()).min(1),
  /** Whose processor time and memory count. */
  serverPids: z.array(Id).min(1),
  databaseUrl: z.string(),
  people: z
    .array(
      z.object({
        userId: Id,
        token: z.string(),
        conversationIds: z.array(Id),
        companionIds: z.array(Id),
      }),
    )
    .min(1),
  play: Play,
});

export type JobInput = z.input<typeof Job>;
export type Job = z.output<typeof Job>;
export type Play = z.output<typeof Play>;
type PlayOf<Kind extends Play['kind']> = Extract<Play, { kind: Kind }>;
export type ClosedPlay = PlayOf<'closed'>;
export type OpenPlay = PlayOf<'open'>;
export type IdlePlay = PlayOf<'idle'>;
export type ReadPlay = PlayOf<'read'>;
export type StormPlay = PlayOf<'storm'>;

/** What was measured, by name. */
export const Values = z.record(z.string(), z.number());
export type Values = z.infer<typeof Values>;

/** What the load generator says at the end. */
export const Outcome = z.union([z.object({ values: Values }), z.object({ failure: z.string() })]);
export type Outcome = z.infer<typeof Outcome>;
