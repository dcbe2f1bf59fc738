import { createRoot } from 'react-dom/client';
import './reference.css';
import { fromSearch } from '../page-request.ts';
import { exposeProbe } from '../probe/probe.ts';
import { rootElement } from '../root-element.ts';
import { signedInApi } from './api.ts';
import { loadAll } from './load-all.ts';
import { PlainChat } from './plain-chat.tsx';

/** The same chat as one would write it at first: React, the plain client, and every message in the page. */
const { load, open } = fromSearch(location.search);
const api = await signedInApi();
const { conversations } = await api.conversation.list.query({});
const loaded = new Map(
  await Promise.all(
    conversations
      .flatMap((conversation) => {
        const wanted = load.find(({ conversationId }) => conversationId === conversation.id);
        return wanted ? [{ conversation, count: wanted.count }] : [];
      })
      .map(
        async ({ conversation, count }) =>
          [conversation.id, await loadAll(api, conversation, count)] as const,
      ),
  ),
);
createRoot(rootElement()).render(<PlainChat {...{ api, conversations, loaded }} first={open} />);
exposeProbe();
