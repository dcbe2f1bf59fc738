import { randomUUID } from 'node:crypto';
import { describeFailure } from '@vibe/client';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test } from 'vitest';
import { startTestServer } from '../src/testing/start-test-server.ts';
import { httpClient } from './clients.ts';

test('P38: an edit on a version that has passed is refused, and one that says the same is not', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const [ana, leo] = [await server.signUp('Ana'), await server.signUp('Leo')];
  const { message, conversation } = httpClient(server, ana.accessToken);
  const { id } = await conversation.create.mutate({ type: 'direct', userId: leo.user.id });
  const sent = await message.send.mutate({
    conversationId: id,
    clientId: randomUUID(),
    content: 'as it was',
  });
  const edit = (content: string, version?: number) =>
    message.edit.mutate({ messageId: sent.id, content, ...(version !== undefined && { version }) });

  const corrected = await edit('corrected', sent.version);
  expect(corrected).toMatchObject({ content: 'corrected', version: sent.version + 1 });
  const late = await edit('from an aeroplane', sent.version).catch(describeFailure);
  expect(late).toMatchObject({ code: 'CONFLICT', isRetryable: false });
  expect(await message.byId.query({ messageId: sent.id })).toMatchObject({ message: corrected });

  expect(await edit('corrected', sent.version)).toEqual(corrected);
  expect(await edit('whatever it was')).toMatchObject({ content: 'whatever it was' });
});
