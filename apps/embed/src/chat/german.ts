import type { TextChanges } from '@vibe/react';

/** As much of the chat in German as shows how: what is not here stays English. */
export const german: TextChanges = {
  list: { conversations: 'Unterhaltungen', startNew: 'Neue Unterhaltung' },
  chat: { nothingOpen: 'Keine Unterhaltung offen' },
  composer: { message: 'Nachricht', send: 'Senden' },
};
