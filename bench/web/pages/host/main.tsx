import { createChatClient, sessionTokens } from '@vibe/client';
import { createRoot } from 'react-dom/client';
import '@vibe/react/styles.css';
import './host.css';
import { fromSearch } from '../page-request.ts';
import { exposeProbe } from '../probe/probe.ts';
import { rootElement } from '../root-element.ts';
import { Host } from './host.tsx';
import { loadMessages } from './load-messages.ts';

/** A page that embeds the chat with a client of its own, through which it has loaded as many messages as it is asked to. */
const { load, open } = fromSearch(location.search);
const url = '/trpc';
const client = createChatClient({ url, token: sessionTokens({ url }) });
client.sync.start();
for (const { conversationId, count } of load) await loadMessages(client, conversationId, count);
createRoot(rootElement()).render(<Host client={client} first={open} />);
exposeProbe();
