import { type ChatSync, type ConversationState, latestRun } from '@vibe/client';
import { can, limits, type Message, type Participant } from '@vibe/contract';
import type { Random } from '../random.ts';
import type { NoteOwn } from './person.ts';

export interface Situation {
  sync: ChatSync;
  note: NoteOwn;
  /** What is on the screen, and what closes it. */
  open: Map<number, () => void>;
  random: Random;
  /** Of everybody. */
  userIds: readonly number[];
  /** What nobody has said yet. */
  words: string;
  /** For calls that do not go by the outbox. */
  attempt(name: string, work: Promise<unknown>): void;
}

/** Fewer than a summary names, so that screens know them all. */
const mostMembers = 14;

/** Where it is done. */
type Deed = (situation: Situation, place: ConversationState) => void;

const send: Deed = ({ sync, note, words: content }, { conversation: { id: conversationId } }) => {
  note({ kind: 'send', conversationId, content });
  const clientId = sync.send(conversationId, content);
  note({ kind: 'taken', conversationId, clientId, content });
};

const edit: Deed = (situation, place) => {
  const message = ownMessage(situation, place);
  if (message) change(situation, message, situation.words);
};

const remove: Deed = (situation, place) => {
  const message = ownMessage(situation, place);
  if (message) change(situation, message, null);
};

function change({ sync, note }: Situation, message: Message, content: string | null): void {
  const { conversationId, id: messageId } = message;
  note({ kind: 'change', conversationId, messageId, content });
  if (content === null) sync.delete(conversationId, messageId);
  else sync.edit(conversationId, messageId, content);
}

/** One that says something, and to which nothing is on its way. */
function ownMessage({ sync, random }: Situation, { messages }: ConversationState): Message | undefined {
  const { chat } = sync.getState();
  const isOwn = ({ id, kind, senderId, deletedAt }: Message) =>
    kind === 'text' && senderId === chat.userId && deletedAt === null && !chat.changes.has(id);
  return random.pick(messages.filter(isOwn).slice(-20));
}

const changePending: Deed = ({ sync, note, random, words }, { conversation: { id: conversationId } }) => {
  const pending = random.pick(sync.getState().chat.pending.get(conversationId) ?? []);
  if (!pending || pending.failure) return;
  const { clientId } = pending;
  const content = random.isLikely(0.5) ? words : null;
  note({ kind: 'pending', conversationId, clientId, content });
  if (content === null) sync.discard(conversationId, clientId);
  else sync.editPending(conversationId, clientId, content);
};

const read: Deed = ({ sync, random }, { conversation: { id, lastSeq } }) => {
  // Mostly to the end, sometimes not so far, or further than it goes.
  const short = random.isLikely(0.5) ? 0 : random.below(12) - 2;
  if (lastSeq > 0) sync.markRead(id, Math.max(1, lastSeq - short));
};

const toggleOpen: Deed = ({ sync, open, random }, { conversation: { id } }) => {
  const close = open.get(id);
  if (close) {
    open.delete(id);
    close();
  } else if (open.size < 3) open.set(id, sync.openConversation(id));
  else open.get(random.pick([...open.keys()]) ?? id)?.();
};

const scroll: Deed = ({ sync, attempt }, place) => {
  attempt('loadOlder', sync.loadOlder(place.conversation.id, latestRun(place)[0]?.seq));
};

const type: Deed = ({ sync }, { conversation: { id } }) => sync.keystroke(id);

const add: Deed = ({ sync, random, userIds, attempt }, place) => {
  if (place.conversation.participantCount >= mostMembers || !mayHere('participant.add', place, sync)) return;
  const members = new Set(place.conversation.participants.map(({ userId }) => userId));
  const newcomers = random.some(
    userIds.filter((userId) => !members.has(userId)),
    2,
  );
  if (newcomers.length > 0) attempt('add', sync.addParticipants(place.conversation.id, newcomers));
};

const dismiss: Deed = ({ sync, random, attempt }, place) => {
  const { id, participants, participantCount } = place.conversation;
  if (participantCount < 4) return;
  const target = random.pick(participants.filter((one) => mayTo('participant.remove', place, sync, one)));
  if (target) attempt('remove', sync.removeParticipant(id, target.userId));
};

const leave: Deed = ({ sync, attempt }, { conversation: { id, type: kind, participantCount } }) => {
  if (kind === 'group' && participantCount >= 4) attempt('leave', sync.leave(id));
};

const rename: Deed = ({ sync, words, attempt }, place) => {
  if (mayHere('conversation.rename', place, sync))
    attempt('rename', sync.rename(place.conversation.id, words.slice(-limits.nameChars)));
};

const setRole: Deed = ({ sync, random, attempt }, place) => {
  const { id, participants } = place.conversation;
  const target = random.pick(participants.filter((one) => mayTo('participant.setRole', place, sync, one)));
  if (target) attempt('setRole', sync.setRole(id, target.userId, random.isLikely(0.5) ? 'admin' : 'member'));
};

const prefer: Deed = ({ sync, random, attempt }, { conversation: { id } }) =>
  attempt('setPreference', sync.setPreference(id, { isPinned: random.isLikely(0.5) }));

const talkTo: Deed = ({ sync, random, userIds, attempt }) => {
  const userId = random.pick(userIds.filter((one) => one !== sync.getState().chat.userId));
  if (userId !== undefined) attempt('createDirect', sync.createConversation({ type: 'direct', userId }));
};

const found: Deed = ({ sync, random, userIds, words, attempt }) => {
  const others = userIds.filter((userId) => userId !== sync.getState().chat.userId);
  const chosen = random.some(others, 2 + random.below(5));
  const historyVisible = random.isLikely(0.5);
  attempt(
    'createGroup',
    sync.createConversation({ type: 'group', name: words, userIds: chosen, historyVisible }),
  );
};

type GroupAction = 'participant.add' | 'participant.remove' | 'participant.setRole' | 'conversation.rename';

const mayTo = (action: GroupAction, place: ConversationState, sync: ChatSync, target: Participant): boolean =>
  target.userId !== sync.getState().chat.userId && mayHere(action, place, sync, target);

function mayHere(
  action: GroupAction,
  { conversation }: ConversationState,
  sync: ChatSync,
  target?: Participant,
): boolean {
  const { chat } = sync.getState();
  const actor = { userId: chat.userId, role: 'client', scopes: [] } as const;
  const { membership } = conversation;
  return can(actor, action, { conversation, membership, ...(target && { target }) });
}

/** How often, of a hundred or so. */
const weights: readonly [Deed, number][] = [
  [send, 48],
  [edit, 8],
  [remove, 3],
  [changePending, 4],
  [read, 14],
  [toggleOpen, 5],
  [scroll, 2],
  [type, 4],
  [add, 5],
  [dismiss, 4],
  [leave, 0.7],
  [rename, 1.5],
  [setRole, 2],
  [prefer, 2],
  [talkTo, 0.7],
  [found, 0.3],
];
const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
const sums = weights.map(([deed], at) => ({
  deed,
  from: weights.slice(0, at).reduce((sum, [, weight]) => sum + weight, 0),
}));

export function chooseDeed(situation: Situation): void {
  const { sync, random } = situation;
  const at = random.next() * total;
  const chosen = sums.findLast(({ from }) => from <= at)?.deed ?? send;
  const place = random.pick([...sync.getState().chat.conversations.values()]);
  if (place) chosen(situation, place);
}
