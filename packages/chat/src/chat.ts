import type { ChatDeps, ChatPorts } from './chat-deps.ts';
import { addParticipants } from './conversation/add-participants.ts';
import { conversationById } from './conversation/conversation-by-id.ts';
import { createConversation } from './conversation/create-conversation.ts';
import { leaveConversation } from './conversation/leave-conversation.ts';
import { listConversations } from './conversation/list-conversations.ts';
import { removeParticipant } from './conversation/remove-participant.ts';
import { renameConversation } from './conversation/rename-conversation.ts';
import { setPreference } from './conversation/set-preference.ts';
import { setRole } from './conversation/set-role.ts';
import { groupedWrites } from './group-commit/grouped-writes.ts';
import { followChanges, followPresence, followTyping } from './live/follow.ts';
import { deleteMessage } from './message/delete-message.ts';
import { editMessage } from './message/edit-message.ts';
import { listMessages } from './message/list-messages.ts';
import { messageById } from './message/message-by-id.ts';
import { reportMessage } from './message/report-message.ts';
import { sendMessage } from './message/send-message.ts';
import { listReceipts } from './receipt/list-receipts.ts';
import { markDelivered, markRead } from './receipt/mark.ts';
import { listReports } from './report/list-reports.ts';
import { authenticate } from './session/authenticate.ts';
import { changePassword } from './session/change-password.ts';
import { forgetExpiredSessions } from './session/forget-expired-sessions.ts';
import { me } from './session/me.ts';
import { refresh } from './session/refresh.ts';
import { signIn } from './session/sign-in.ts';
import { signOut } from './session/sign-out.ts';
import { signOutEverywhere } from './session/sign-out-everywhere.ts';
import { signUp } from './session/sign-up.ts';
import { setTyping } from './typing/set-typing.ts';
import { blockUser } from './user/block-user.ts';
import { deactivateUser } from './user/deactivate-user.ts';
import { listActiveUsers } from './user/list-active-users.ts';
import { listBlockedUsers } from './user/list-blocked-users.ts';
import { recognizeUser } from './user/recognize-user.ts';
import { searchUsers } from './user/search-users.ts';
import { unblockUser } from './user/unblock-user.ts';
import { updateProfile } from './user/update-profile.ts';
import { upsertUser } from './user/upsert-user.ts';
import { userById } from './user/user-by-id.ts';

/** Everything that can be done in the chat: one function a file, listed here. */
const useCases = {
  authenticate,
  signUp,
  signIn,
  refresh,
  signOut,
  signOutEverywhere,
  changePassword,
  forgetExpiredSessions,
  me,
  searchUsers,
  userById,
  updateProfile,
  listActiveUsers,
  upsertUser,
  recognizeUser,
  deactivateUser,
  blockUser,
  unblockUser,
  listBlockedUsers,
  createConversation,
  listConversations,
  conversationById,
  renameConversation,
  addParticipants,
  removeParticipant,
  leaveConversation,
  setRole,
  setPreference,
  sendMessage,
  editMessage,
  deleteMessage,
  listMessages,
  messageById,
  reportMessage,
  listReports,
  markRead,
  markDelivered,
  listReceipts,
  setTyping,
  followChanges,
  followTyping,
  followPresence,
};

type UseCases = typeof useCases;
type Bound<UseCase> = UseCase extends (deps: ChatDeps, ...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : never;

/** The use cases with what they need from outside already given. */
export type Chat = { [Name in keyof UseCases]: Bound<UseCases[Name]> };

export function createChat(ports: ChatPorts): Chat {
  const deps: ChatDeps = { ...ports, ...groupedWrites(ports) };
  const bound = Object.entries(useCases).map(([name, useCase]) => [
    name,
    (useCase as (deps: ChatDeps, ...args: unknown[]) => unknown).bind(null, deps),
  ]);
  return Object.fromEntries(bound) as Chat;
}
