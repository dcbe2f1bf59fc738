import { randomUUID } from 'node:crypto';
import type { Caller, Chat, PasswordHasher, UserStore } from '../packages/chat/src/index.ts';

/** Everybody in the cast signs in with it. */
export const demoPassword = 'stronger-together';

/** Who is there on a first start, for demos and tests alike. */
export const cast = {
  maya: { email: 'maya@example.com', fullName: 'Maya Okafor', role: 'trainer' },
  jonas: { email: 'jonas@example.com', fullName: 'Jonas Lindqvist', role: 'trainer' },
  ana: { email: 'ana@example.com', fullName: 'Ana Souza', role: 'client' },
  leo: { email: 'leo@example.com', fullName: 'Leo Fischer', role: 'client' },
  yuki: { email: 'yuki@example.com', fullName: '田中 ゆき', role: 'client' },
  robin: { email: 'robin@example.com', fullName: 'Robin Adler', role: 'admin' },
} as const;

type Name = keyof typeof cast;
type Line = readonly [Name, string];

const directs: readonly (readonly [Name, Name, readonly Line[]])[] = [
  [
    'maya',
    'ana',
    [
      ['maya', 'Hi Ana! How did the long run feel on Sunday?'],
      ['ana', 'Better than I feared. 14 km, and my knee stayed quiet the whole way 🎉'],
      ['maya', 'That is what I wanted to hear. This week: two easy runs, one hill session.'],
      ['ana', 'How many hills?'],
      ['maya', 'Six. Walk down, take your time. Write me how the last one felt.'],
    ],
  ],
  [
    'leo',
    'maya',
    [
      ['leo', 'Can we move Thursday to 18:30? I am stuck at work until six.'],
      ['maya', '18:30 works. Bring the shoes you run in, I want to see the soles.'],
      ['leo', 'Will do, thank you!'],
    ],
  ],
  [
    'yuki',
    'jonas',
    [
      ['yuki', 'おはようございます！今日のメニューは何ですか？'],
      ['jonas', 'Good morning! Squats 5 × 5, then the rowing machine. Slow is fine today.'],
    ],
  ],
];

const group = {
  name: 'Saturday Runners',
  owner: 'maya',
  others: ['jonas', 'ana', 'leo', 'yuki'],
  lines: [
    ['maya', 'Saturday, 9:00, north gate of the park. 8 km, easy pace, nobody gets left behind.'],
    ['leo', 'I am in.'],
    ['yuki', 'Me too! 🏃‍♀️'],
    ['ana', 'Is there coffee afterwards?'],
    ['jonas', 'There is always coffee afterwards.'],
  ],
} as const satisfies { name: string; owner: Name; others: readonly Name[]; lines: readonly Line[] };

export interface SeedDeps {
  chat: Pick<Chat, 'createConversation' | 'sendMessage'>;
  users: Pick<UserStore, 'byId' | 'createWithPassword'>;
  passwords: PasswordHasher;
}

/** Fills an empty database with the cast and their conversations; leaves any other alone. Returns whether it did. */
export async function seed(deps: SeedDeps): Promise<boolean> {
  if (await deps.users.byId(1)) return false;
  const callers = await createCast(deps);
  if (!callers) return false;
  for (const [from, to, lines] of directs) {
    const userId = callers(to).userId;
    const { id } = await deps.chat.createConversation(callers(from), { type: 'direct', userId });
    await say(deps, callers, id, lines);
  }
  const { id } = await deps.chat.createConversation(callers(group.owner), {
    type: 'group',
    name: group.name,
    userIds: group.others.map((name) => callers(name).userId),
    historyVisible: true,
  });
  await say(deps, callers, id, group.lines);
  return true;
}

type Callers = (name: Name) => Caller;

/** Null when another instance is doing it at the same time. */
async function createCast({ users, passwords }: SeedDeps): Promise<Callers | null> {
  const passwordHash = await passwords.hash(demoPassword);
  const callers = new Map<string, Caller>();
  for (const [name, person] of Object.entries(cast)) {
    const user = await users.createWithPassword({ ...person, passwordHash });
    if (!user) return null;
    callers.set(name, { userId: user.id, role: user.role, scopes: [], sessionId: '' });
  }
  return (name) => {
    const caller = callers.get(name);
    if (!caller) throw new Error(`${name} is not in the cast`);
    return caller;
  };
}

async function say(
  { chat }: SeedDeps,
  callers: Callers,
  conversationId: number,
  lines: readonly Line[],
): Promise<void> {
  for (const [name, content] of lines) {
    await chat.sendMessage(callers(name), { conversationId, clientId: randomUUID(), content });
  }
}
