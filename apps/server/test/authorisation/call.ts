import type { AppRouter, RouterInputs } from '@vibe/api';
import type { Path, PathOf } from './matrix.ts';
import type { Person } from './people.ts';
import type { Stage } from './stage.ts';
import type { Actor, World } from './world.ts';

/** One actor in one world. What `cleanUp` holds ends with it. */
export interface Scene {
  stage: Stage;
  world: World;
  actor: Actor;
  cleanUp: DisposableStack;
}

type Split<P> = P extends `${infer Noun}.${infer Verb}` ? [Noun, Verb] : never;
type Under<Tree, P> =
  Split<P> extends [infer Noun extends keyof Tree, infer Verb]
    ? Verb extends keyof Tree[Noun]
      ? Tree[Noun][Verb]
      : never
    : never;
type KindOf<P> = Under<AppRouter['_def']['record'], P>['_def']['type'];

interface Asked<P extends Path> {
  input(scene: Scene): Under<RouterInputs, P>;
  /** Brings about what the actor's call begins with. Headers that it answers with go along with the call. */
  prepare?(scene: Scene): Promise<Record<string, string> | undefined>;
}

/** What a query answers to whoever may see it, as far as it matters, and what where there is nothing for them. */
interface Query {
  answer(scene: Scene): unknown;
  nothing?: unknown;
}

interface Mutation {
  /** The tables whose rows differ afterwards, by name. */
  changes: string[];
  answer?(scene: Scene): unknown;
  /** What is not stored is seen by somebody who watches. */
  shows?: {
    watch(scene: Scene, signal: AbortSignal): Promise<AsyncIterable<unknown>>;
    event(scene: Scene): unknown;
  };
  /** Over the socket, where there is no other way. */
  over?: 'socket';
}

interface Subscription {
  /** An event that it brings; before it, `happening` makes it happen, unless it is how things are already. */
  answer(scene: Scene): { type: string };
  happening?(scene: Scene): Promise<unknown>;
  nothing?: unknown;
}

/** How a row of the matrix is called, and what proves that it did what it is for. */
export type Call<P extends Path> = Asked<P> &
  { query: Query; mutation: Mutation; subscription: Subscription }[KindOf<P>];
export type CallsOf<Noun extends string, Names extends string> = {
  [Name in Extract<Names, `${Noun}.${string}`>]: Call<Extract<PathOf<Name>, Path>>;
};

/** Any call, for whoever carries it out. */
export interface AnyCall {
  input(scene: Scene): unknown;
  prepare?: Asked<never>['prepare'];
  answer?(scene: Scene): unknown;
  nothing?: unknown;
  changes?: string[];
  shows?: Mutation['shows'];
  over?: 'socket';
  happening?: Subscription['happening'];
}

/** The actor, where they are somebody. */
export function me({ world, actor }: Scene): Person {
  const person = world.person(actor);
  if (!person) throw new Error('whoever is signed out is nobody');
  return person;
}

export const here = ({ world, actor }: Scene) => world.place(actor);
