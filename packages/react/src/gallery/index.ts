/** Inner parts, for the gallery of components alone: nothing is promised about them. */
export { Composer } from '../composer/composer.tsx';
export { AddMembers } from '../details/add-members.tsx';
export { DetailsFrame } from '../details/details-frame.tsx';
export { DetailsSkeleton } from '../details/details-skeleton.tsx';
export { RemoveMember } from '../details/remove-member.tsx';
export { DeleteMessage } from '../message-actions/delete-message.tsx';
export { MessageInfo } from '../message-actions/message-info.tsx';
export { ReportMessage } from '../message-actions/report-message.tsx';
export { NewConversation } from '../new-conversation/new-conversation.tsx';
export { PeoplePicker } from '../people/people-picker.tsx';
export { PersonLine, PersonSkeleton } from '../people/person-line.tsx';
