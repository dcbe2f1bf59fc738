import type { ChatClient } from '@vibe/client';
import type { OpenConversation } from '@vibe/react';
import type { ReactNode } from 'react';

/** One thing to look at: a component in its states, or a whole part in one. */
export interface Specimen {
  /** Names its section of the page, and its own page. */
  id: string;
  title: string;
  /** How high its frames are, in pixels. */
  height: number;
  /** How wide the larger frame is; a phone's stands beside it. */
  width?: number;
  /** Without it: nobody's chat, for parts that show none. */
  client?: ChatClient;
  open?: OpenConversation;
  /** It fills its frame, as it does a host page. */
  isWhole?: boolean;
  render(): ReactNode;
}
