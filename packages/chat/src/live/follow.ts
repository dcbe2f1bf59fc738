import type {
  Lane,
  PresenceEvent,
  PresenceStreamInput,
  StreamInput,
  TypingEvent,
  TypingStreamInput,
} from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';
import type { Tracked } from '../ports/live.ts';
import type { LiveSource } from '../ports/live-source.ts';

/** One durable lane of all that the caller may see, or of one conversation. @throws `NOT_FOUND` */
export async function followChanges(
  deps: ChatDeps,
  caller: Caller,
  lane: Lane,
  input: StreamInput,
  signal: AbortSignal,
): Promise<LiveSource<Tracked>> {
  await requireMember(deps, caller, input.conversationId);
  return deps.live.durable({
    ...subscriber(caller, signal),
    lane,
    conversationId: input.conversationId ?? null,
    cursor: input.lastEventId ?? input.cursor ?? null,
  });
}

/** Who types, where the caller may see it, or in one conversation. @throws `NOT_FOUND` */
export async function followTyping(
  deps: ChatDeps,
  caller: Caller,
  input: TypingStreamInput,
  signal: AbortSignal,
): Promise<LiveSource<TypingEvent>> {
  await requireMember(deps, caller, input.conversationId);
  return deps.live.typing({ ...subscriber(caller, signal), conversationId: input.conversationId ?? null });
}

/** How the given people are; those who share no conversation with the caller are left out. */
export async function followPresence(
  deps: ChatDeps,
  caller: Caller,
  input: PresenceStreamInput,
  signal: AbortSignal,
): Promise<LiveSource<PresenceEvent>> {
  return deps.live.presence({ ...subscriber(caller, signal), userIds: input.userIds });
}

const subscriber = ({ userId, sessionId }: Caller, signal: AbortSignal) => ({ userId, sessionId, signal });

async function requireMember(
  deps: ChatDeps,
  caller: Caller,
  conversationId: number | undefined,
): Promise<void> {
  if (conversationId === undefined) return;
  if (!(await deps.conversations.standing(caller.userId, conversationId))) throw notFound('conversation');
}
