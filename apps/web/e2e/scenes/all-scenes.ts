import { actions } from './actions.ts';
import { detailsScenes } from './details.ts';
import { list } from './list.ts';
import { newConversation } from './new-conversation.ts';
import { offline } from './offline.ts';
import type { Scene } from './scene.ts';
import { settings } from './settings.ts';
import { signedOut } from './signed-out.ts';
import { windows } from './window.ts';

/** Every screen in every state that a person can bring it into. */
export const allScenes: readonly Scene[] = [
  ...signedOut,
  ...list,
  ...windows,
  ...actions,
  ...newConversation,
  ...detailsScenes,
  ...settings,
  ...offline,
];
