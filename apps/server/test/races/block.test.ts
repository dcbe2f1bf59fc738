import { expect, test } from 'vitest';
import { openStage } from '../authorisation/stage.ts';
import { draft } from './race.ts';

test('P5: an edit that waits for the lock while its author is blocked is refused', async () => {
  await using stage = await openStage();
  const { chat, stores } = stage.server;
  const [blocker, author] = [await stage.server.signUp('Blocker'), await stage.server.signUp('Author')];
  const { id } = await chat.createConversation(author.caller, { type: 'direct', userId: blocker.user.id });
  const { id: messageId } = await chat.sendMessage(author.caller, draft(id));
  const edit = (content: string) => chat.editMessage(author.caller, { messageId, content });
  expect(await edit('While it may')).toMatchObject({ content: 'While it may' });

  const { promise: outcome, resolve } = Promise.withResolvers<unknown>();
  await stores.conversations.change(id, async () => {
    edit('Too late').then(resolve, resolve);
    await chat.blockUser(blocker.caller, { userId: author.user.id });
  });
  expect(await outcome).toMatchObject({ data: { code: 'BLOCKED' } });
  expect(await stores.messages.byId(blocker.user.id, messageId)).toMatchObject({
    message: { content: 'While it may' },
  });
});
