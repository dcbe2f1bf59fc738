import { ChatLook } from '@vibe/react';
import { usePreferences } from '../preferences/use-preferences.ts';
import { text } from '../text.ts';

/** The colour of the pages without a chat, for the moment until one of them is there. */
export function BlankPage() {
  const { theme } = usePreferences();
  return (
    <ChatLook theme={theme}>
      <div className="shell-page" role="status" aria-label={text.loading} />
    </ChatLook>
  );
}
