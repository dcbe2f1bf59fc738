import type { Caller, Chat, PasswordHasher, UserStore } from '../packages/chat/src/index.ts';

/** Everybody in the cast signs in with it. */
export const demoPassword = 'stronger-together';

/** Who is there on a first start, for demos and tests alike. Robin, who is in no conversation, comes last: see `seed`. */
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
  users: Pick<UserStore, 'byId' | 'createWithPassword' | 'credentialsByEmail'>;
  passwords: PasswordHasher;
}

/**
 * Fills an empty database with the cast and their conversations; leaves any other alone. Returns whether it did.
 *
 * Every step of it may be taken again: one that was cut short is completed by the next start, and instances that start at
 * once write nothing twice. Where the last of the cast is, everything is.
 */
export async function seed(deps: SeedDeps): Promise<boolean> {
  const { chat, users } = deps;
  const first = await users.byId(1);
  if (first && first.email !== cast.maya.email) return false;
  if (await users.credentialsByEmail(cast.robin.email)) return false;

  const { robin, ...talkers } = cast;
  const passwordHash = await deps.passwords.hash(demoPassword);
  const callers = await createPeople(deps, talkers, passwordHash);
  for (const [from, to, lines] of directs) {
    const userId = callers(to).userId;
    const { id } = await chat.createConversation(callers(from), { type: 'direct', userId });
    await say(deps, callers, id, lines);
  }
  const { id } = await chat.createConversation(asService(callers(group.owner)), {
    type: 'group',
    name: group.name,
    userIds: group.others.map((name) => callers(name).userId),
    historyVisible: true,
    externalKey: 'demo',
  });
  await say(deps, callers, id, group.lines);
  await createPeople(deps, { robin }, passwordHash);
  return true;
}

type Callers = (name: Name) => Caller;

/** Services may give a key, by which the group is found again. */
const asService = (caller: Caller): Caller => ({
  ...caller,
  role: 'service',
  scopes: ['conversations:write'],
});

async function createPeople(
  { users }: SeedDeps,
  people: Partial<typeof cast>,
  passwordHash: string,
): Promise<Callers> {
  const callers = new Map<string, Caller>();
  for (const [name, person] of Object.entries(people)) {
    // Looked for first: an insert that finds its place taken uses up an id.
    const userId =
      (await users.credentialsByEmail(person.email))?.userId ??
      (await users.createWithPassword({ ...person, passwordHash }))?.id ??
      // Another instance was faster.
      (await users.credentialsByEmail(person.email))?.userId;
    if (userId !== undefined) callers.set(name, { userId, role: person.role, scopes: [], sessionId: '' });
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
  for (const [index, [name, content]] of lines.entries()) {
    await chat.sendMessage(callers(name), { conversationId, clientId: clientIdOf(index), content });
  }
}

/** The same each time, so that a line is said once. Another conversation's lines may have the same. */
const clientIdOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
