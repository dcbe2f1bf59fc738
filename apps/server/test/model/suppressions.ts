import type { SyncEvent } from '@vibe/contract';
import type { StepKind, Turn } from './steps.ts';

const alone = (kind: StepKind, who: number, what = 0): Turn => [{ do: kind, who, what, isHere: false }];

interface Suppression {
  /** What happens, in the world as it begins, that nobody can know of but by that kind. */
  turns: readonly Turn[];
  /** Where that is missed. */
  missing: RegExp;
}

/** A kind of event that has nothing here does not compile. */
export const suppressions: Record<SyncEvent['type'], Suppression> = {
  // Ana, to Leo, in their direct conversation.
  'message.sent': { turns: [alone('send', 0)], missing: /lastSeq/ },
  'message.edited': { turns: [alone('send', 0), alone('edit', 0)], missing: /lastMessage\/content/ },
  'message.deleted': { turns: [alone('send', 0), alone('delete', 0)], missing: /lastMessage\/deletedAt/ },
  'receipt.advanced': { turns: [alone('markRead', 1, 1)], missing: /receipts\/\d+\/readSeq/ },
  // Ana, with Noa: no message comes with it, which would lead to a fetch.
  'conversation.created': { turns: [alone('createDirect', 0, 2)], missing: /order\/0/ },
  'conversation.updated': { turns: [alone('rename', 0)], missing: /name/ },
  'participant.added': { turns: [alone('add', 0)], missing: /participantCount/ },
  'participant.updated': { turns: [alone('setRole', 0)], missing: /participants\/\d+\/role/ },
  'participant.removed': { turns: [alone('remove', 0)], missing: /participantCount|order/ },
  'preference.updated': { turns: [alone('setPreference', 0)], missing: /preference\/pinnedAt/ },
  'user.updated': { turns: [alone('renameSelf', 0)], missing: /users\/\d+\/fullName/ },
};
