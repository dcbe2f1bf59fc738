import { setTimeout } from 'node:timers/promises';
import { createChatClient, fixedToken } from '@vibe/client';
import { fileOutbox } from '@vibe/client/node';
import { WebSocket } from 'ws';

/** A service that sends the texts it is given, after what an earlier run has left, and ends when all is acknowledged. */
const [url = '', key = '', directory = '', conversation = '', ...texts] = process.argv.slice(2);
const conversationId = Number(conversation);
// The package `ws` keeps to the standard interface in all that a client uses; its types differ in the rest.
const SocketOfWs = WebSocket as unknown as typeof globalThis.WebSocket;
const client = createChatClient({
  url,
  token: fixedToken(key),
  storage: fileOutbox(directory),
  WebSocket: SocketOfWs,
});
const { sync } = client;

/** What is on its way, in memory and in the file. */
const waiting = async (): Promise<number> => {
  const { chat } = sync.getState();
  const kept = await (await fileOutbox(directory)(chat.userId)).list();
  return kept.length + [...chat.pending.values()].flat().length;
};

sync.start();
while (!sync.getState().isCaughtUp) await setTimeout(20);
for (const text of texts) sync.send(conversationId, text);
while ((await waiting()) > 0) await setTimeout(20);
await client.close();
