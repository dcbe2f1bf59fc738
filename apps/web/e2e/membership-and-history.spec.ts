import type { ChatClient } from '@vibe/client';
import { elsewhere, expect, messages, row, signIn, test } from './stage.ts';

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
  const maya = await elsewhere(address, 'maya@example.com');
  const { id, leoId } = await groupWithLeo(maya, 'Short visit');
  const leo = await browse();
  await signIn(leo, 'leo@example.com');
  await row(leo, 'Short visit').click();
  await expect(messages(leo).getByText('created the group')).toBeVisible();

  await maya.api.conversation.removeParticipant.mutate({ conversationId: id, userId: leoId });
  await expect(row(leo, 'Short visit')).toHaveCount(0);
  await expect(messages(leo)).toHaveCount(0);
  await expect(leo.getByRole('button', { name: 'Send' })).toHaveCount(0);

  await maya.api.conversation.addParticipants.mutate({ conversationId: id, userIds: [leoId] });
  await row(leo, 'Short visit').click();
  await expect(messages(leo).getByText('Maya Okafor removed you')).toBeVisible();
  await maya.close();
});

test('reading upwards brings what is older, to the beginning', async ({ browse, address }) => {
  const maya = await elsewhere(address, 'maya@example.com');
  const { id } = await groupWithLeo(maya, 'Long story');
  for (let line = 1; line <= 120; line++) {
    const input = { conversationId: id, clientId: crypto.randomUUID(), content: `line ${line}.` };
    await maya.api.message.send.mutate(input);
  }
  // He has read it all elsewhere, so that it opens at its end.
  const leoElsewhere = await elsewhere(address, 'leo@example.com');
  await leoElsewhere.api.receipt.markRead.mutate({ conversationId: id, seq: 121 });
  await leoElsewhere.close();
  const leo = await browse();
  await signIn(leo, 'leo@example.com');
  await row(leo, 'Long story').click();
  await expect(messages(leo).getByText('line 120.')).toBeInViewport();
  await expect(messages(leo).getByText('line 40.')).toHaveCount(0);

  await messages(leo).hover();
  await expect(async () => {
    await leo.mouse.wheel(0, -1_500);
    await expect(messages(leo).getByText('created the group')).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(messages(leo).getByText('line 1.')).toBeInViewport();
  await maya.close();
});
