import { type ChatClient, createChatClient, sessionTokens } from '@vibe/client';
import { expect, messages, row, signIn, test } from './stage.ts';

/** Maya, as a program: for what is done elsewhere, and for much of it. */
async function mayaElsewhere(address: string): Promise<ChatClient> {
  const token = sessionTokens({ url: `${address}/trpc` });
  await token.signIn({ email: 'maya@example.com', password: 'stronger-together' });
  return createChatClient({ url: `${address}/trpc`, token });
}

/** A group of Maya and Leo. */
async function groupWithLeo({ api }: ChatClient, name: string): Promise<{ id: number; leoId: number }> {
  const { users } = await api.user.search.query({ query: 'Leo Fischer' });
  const leoId = users[0]?.id ?? 0;
  const { id } = await api.conversation.create.mutate({ type: 'group', name, userIds: [leoId] });
  return { id, leoId };
}

test('a removed member’s conversation disappears, and comes back when they do', async ({
  browse,
  address,
}) => {
  const maya = await mayaElsewhere(address);
  const { id, leoId } = await groupWithLeo(maya, 'Short visit');
  const leo = await browse();
  await signIn(leo, 'leo@example.com');
  await row(leo, 'Short visit').click();
  await expect(messages(leo).getByText('created the group')).toBeVisible();

  await maya.api.conversation.removeParticipant.mutate({ conversationId: id, userId: leoId });
  await expect(row(leo, 'Short visit')).toHaveCount(0);
  await expect(messages(leo)).toHaveCount(0);
  await expect(leo.getByText('Choose a conversation')).toBeVisible();

  await maya.api.conversation.addParticipants.mutate({ conversationId: id, userIds: [leoId] });
  await row(leo, 'Short visit').click();
  await expect(messages(leo).getByText('Maya Okafor removed Leo Fischer')).toBeVisible();
  await maya.close();
});

test('older messages are put before what is read, which stays where it is', async ({ browse, address }) => {
  const maya = await mayaElsewhere(address);
  const { id } = await groupWithLeo(maya, 'Long story');
  for (let line = 1; line <= 120; line++) {
    const input = { conversationId: id, clientId: crypto.randomUUID(), content: `line ${line}.` };
    await maya.api.message.send.mutate(input);
  }
  const leo = await browse();
  await signIn(leo, 'leo@example.com');
  await row(leo, 'Long story').click();
  await expect(messages(leo).getByText('line 120.')).toBeInViewport();
  await expect(messages(leo).getByText('line 60.')).toHaveCount(0);

  const older = messages(leo).getByRole('button', { name: 'Show older messages' });
  const first = messages(leo).getByText('line 72.');
  await older.scrollIntoViewIfNeeded();
  await expect(first).toBeInViewport();
  const before = await first.boundingBox();
  await older.click();
  await expect(messages(leo).getByText('line 40.')).toBeAttached();
  const after = await first.boundingBox();
  // The button above it is still there; only its place in the list has changed.
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
  await older.click();
  await expect(messages(leo).getByText('created the group')).toBeAttached();
  await expect(older).toHaveCount(0);
  await maya.close();
});
