import type { Page } from '@playwright/test';
import { type ChatClient, createChatClient, sessionTokens } from '@vibe/client';
import { signInTurn } from './sign-in-turn.ts';
import { test as base, expect, newPassword, watch } from './stage.ts';

/** Somebody new, who has an account and can do everything as a program. */
export interface Person {
  id: number;
  email: string;
  fullName: string;
  client: ChatClient;
  api: ChatClient['api'];
}

interface Cast {
  /** Signed up without a browser: they are quicker to make, and a story may need many. */
  person(fullName: string): Promise<Person>;
  /** A browser in which that person is signed in, at that path. What goes wrong in it fails the story. */
  open(person: Person, path?: string, origin?: string): Promise<Page>;
}

export const test = base.extend<Cast>({
  person: async ({ address }, use) => {
    const clients: ChatClient[] = [];
    await use(async (fullName) => {
      const url = `${address}/trpc`;
      const token = sessionTokens({ url });
      const email = `${crypto.randomUUID()}@example.com`;
      await signInTurn(email);
      const { id } = await token.signUp({ fullName, email, password: newPassword });
      const client = createChatClient({ url, token });
      clients.push(client);
      return { id, email, fullName, client, api: client.api };
    });
    await Promise.all(clients.map((client) => client.close()));
  },
  open: async ({ browser, address, browse: _closesAll }, use) => {
    const problems: string[] = [];
    await use(async ({ email }, path = '/', origin = address) => {
      const context = await browser.newContext({ baseURL: origin });
      context.on('page', (page) => watch(page, problems));
      const data = { email, password: newPassword };
      await signInTurn(email);
      const answer = await context.request.post('/trpc/auth.signIn', { data });
      if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    });
    expect(problems).toEqual([]);
  },
});

export async function directOf(one: Person, other: Person): Promise<number> {
  const { id } = await one.api.conversation.create.mutate({ type: 'direct', userId: other.id });
  return id;
}

/** The first of them owns it. */
export async function groupOf(name: string, [owner, ...others]: [Person, ...Person[]]): Promise<number> {
  const userIds = others.map(({ id }) => id);
  const { id } = await owner.api.conversation.create.mutate({ type: 'group', name, userIds });
  return id;
}

/** Without a browser. */
export const write = ({ api }: Pick<Person, 'api'>, conversationId: number, content: string) =>
  api.message.send.mutate({ conversationId, clientId: crypto.randomUUID(), content });

/** What is stored, by its words. */
export async function stored({ api }: Person, conversationId: number): Promise<(string | null)[]> {
  const { messages } = await api.message.list.query({ conversationId });
  return messages.filter(({ kind }) => kind === 'text').map(({ content }) => content);
}
