import type { Name } from './cast.ts';

/** When, who, what: `3d 18:02` is three days ago at that time, `12m` twelve minutes ago. Without a name, a system line. */
export type Line = readonly [at: string, who: Name | null, words: string];

export interface Script {
  type: 'direct' | 'group';
  /** What a group is called; a direct conversation is called after the person. */
  name?: string;
  others: readonly Name[];
  /** Of a group; Maya by default. */
  owner?: Name;
  lines: readonly Line[];
  /** How many of the last ones Maya has not read. */
  unread?: number;
  /** Whether the others have read all of it, or the first two of them. */
  readByOthers?: 'all' | 'some';
  edited?: readonly number[];
  deleted?: readonly number[];
  kept?: { isPinned?: true; isArchived?: true; isMuted?: true };
}

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

export const scripts = {
  runners: {
    type: 'group',
    name: 'Saturday Runners',
    others: ['jonas', 'ana', 'leo', 'yuki', 'priya'],
    kept: { isPinned: true },
    readByOthers: 'some',
    edited: [1, 9],
    deleted: [5],
    lines: [
      [
        '5d 18:02',
        'maya',
        'Saturday, 9:00, north gate of the park. 8 km, easy pace, nobody gets left behind.',
      ],
      ['5d 18:09', 'leo', 'I am in. Long sleeves or short?'],
      ['5d 18:11', 'priya', 'Short. You will be warm after the first hill.'],
      ['5d 18:40', 'yuki', 'Me too! 🏃‍♀️'],
      ['4d 07:15', 'ana', 'Is there coffee afterwards?'],
      ['4d 07:16', 'ana', 'Asking for my knee.'],
      ['4d 07:31', 'jonas', 'There is always coffee afterwards.'],
      ['2d 10:48', 'priya', 'What a morning. 8.4 km in the end, and the fog lifted exactly at the lake.'],
      ['2d 10:48', 'priya', '🌅'],
      ['2d 11:20', 'maya', 'You all ran the last kilometre faster than the first. That is the whole secret.'],
      ['2d 11:24', 'leo', 'My watch disagrees, but I will take it 😄'],
      ['1d 17:30', 'jonas', 'Route for this week: https://routes.example.com/north-gate-lake-loop'],
      ['1d 17:33', 'jonas', 'It has one real hill. Walk it if you like, the view is on top either way.'],
      ['48m', 'yuki', 'I will bring my sister, she just moved here. Is that all right?'],
      ['46m', 'maya', 'Of course! Tell her nine sharp, and to bring water.'],
      ['31m', 'ana', 'Welcome to the slow half, Yuki’s sister!'],
      ['12m', 'maya', 'There is no slow half. There is the half that talks more.'],
    ],
  },
  ana: {
    type: 'direct',
    others: ['ana'],
    readByOthers: 'all',
    edited: [6],
    lines: [
      ['8d 20:12', 'maya', 'Hi Ana! How did the long run feel on Sunday?'],
      ['8d 20:20', 'ana', 'Better than I feared. 14 km, and my knee stayed quiet the whole way 🎉'],
      ['8d 20:21', 'maya', 'That is what I wanted to hear.'],
      ['8d 20:21', 'maya', 'This week: two easy runs, one hill session.'],
      ['8d 20:33', 'ana', 'How many hills?'],
      ['8d 20:34', 'maya', 'Six. Walk down, take your time. Write me how the last one felt.'],
      ['1d 19:04', 'ana', 'Six done! The last one felt like the first five together.'],
      ['1d 19:05', 'ana', '🥵🥵'],
      ['1d 19:30', 'maya', 'Perfect. That is exactly how it should feel.'],
      ['26m', 'ana', 'One question: gels or dates on Sunday?'],
      [
        '24m',
        'maya',
        'Dates. You know how your stomach likes them, and nobody should try anything new on a long run.\n\nTwo at 45 minutes, two at 90, and a sip of water with each.',
      ],
      ['21m', 'ana', 'Dates it is. Thank you, coach!'],
      ['20m', 'maya', 'See you at the start 👟'],
    ],
  },
  leo: {
    type: 'direct',
    others: ['leo'],
    unread: 3,
    lines: [
      ['3d 12:01', 'leo', 'Can we move Thursday to 18:30? I am stuck at work until six.'],
      ['3d 12:10', 'maya', '18:30 works. Bring the shoes you run in, I want to see the soles.'],
      ['3d 12:12', 'leo', 'Will do, thank you!'],
      ['9m', 'leo', 'Soles inspected by my daughter first. Verdict: “very flat, papa”.'],
      ['8m', 'leo', 'New ones then?'],
      ['8m', 'leo', '👟👟👟'],
    ],
  },
  yuki: {
    type: 'direct',
    others: ['yuki'],
    readByOthers: 'all',
    lines: [
      [
        '1d 06:40',
        'yuki',
        'おはようございます！今日のメニューは何ですか？先週より少し軽めにしてもらえると嬉しいです。',
      ],
      ['1d 06:52', 'maya', 'Good morning! Squats 5 × 5, then the rowing machine. Slow is fine today.'],
      ['1d 06:53', 'yuki', '了解です。頑張ります💪'],
    ],
  },
  nour: {
    type: 'direct',
    others: ['nour'],
    unread: 1,
    lines: [
      [
        '2d 09:00',
        'nour',
        'صباح الخير! هل يمكننا تأجيل حصة اليوم إلى الساعة السادسة مساءً؟ الجو حار جداً للجري في الظهيرة.',
      ],
      ['2d 09:14', 'maya', 'Six is good. Bring a hat and more water than you think.'],
      ['2d 09:15', 'maya', 'شكراً! نلتقي عند البوابة الشمالية، 8 km بوتيرة سهلة.'],
      ['55m', 'nour', 'وصلت إلى المنزل الآن. كان التمرين رائعاً 🌟 شكراً لك'],
    ],
  },
  noa: {
    type: 'direct',
    others: ['noa'],
    readByOthers: 'all',
    lines: [
      ['1d 08:05', 'noa', 'בוקר טוב מאיה, הברך כבר לא כואבת! אפשר לחזור לריצות של 10 km?'],
      ['1d 08:20', 'maya', 'מצוין! נתחיל עם 6, ונראה איך זה מרגיש.'],
    ],
  },
  wilhelmina: {
    type: 'direct',
    others: ['wilhelmina'],
    unread: 2,
    lines: [
      ['1d 21:00', 'wilhelmina', `A word that fits no line: ${longWord}${longWord}`],
      [
        '1d 21:02',
        'maya',
        'https://training.example.com/plans/2027/marathon/week-12/intervals?pace=5:10&warmup=15min&cooldown=15min&notes=walk-the-first-hill#tuesday',
      ],
      [
        '1d 21:05',
        'wilhelmina',
        'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      ],
      [
        '40m',
        'wilhelmina',
        'Here is the whole plan once more, so that it stands in one place:\n\n• Monday: rest\n• Tuesday: 6 × 800 m\n• Wednesday: easy 6 km\n• Thursday: strength, 40 minutes\n• Friday: rest\n• Saturday: the group\n• Sunday: long and slow',
      ],
    ],
  },
  german: {
    type: 'group',
    name: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverein e. V., gegründet 1987',
    others: ['german', 'wilhelmina', 'nour', 'noa', 'sam'],
    unread: 4,
    lines: [
      ['1d 15:00', 'german', 'Wer kommt am Sonntag mit aufs Rad?'],
      ['1d 15:02', 'wilhelmina', 'I do, unless it rains.'],
      ['1d 15:10', 'nour', 'أنا أيضاً'],
      ['1d 15:11', 'noa', 'גם אני 🚴'],
      ['1d 15:12', 'sam', '🏔️'],
    ],
  },
  announcements: {
    type: 'group',
    name: 'Gym announcements',
    others: ['jonas', 'ana', 'leo', 'viktor', 'sam', 'zoe', 'ines', 'omar', 'tom', 'priya'],
    unread: 12,
    kept: { isMuted: true },
    lines: Array.from(
      { length: 12 },
      (_, index): Line => [
        `${3 - Math.floor(index / 4)}d ${10 + (index % 4)}:00`,
        'jonas',
        [
          'The sauna is open again, thank you for waiting.',
          'Lost and found: one left shoe, size 43, very loved.',
          'Spinning on Friday moves to room 2.',
          'Please put the 20 kg plates back where the 20 kg plates live.',
        ][index % 4] ?? '',
      ],
    ),
  },
  marathon: {
    type: 'group',
    name: 'Marathon 2027',
    others: [
      'jonas',
      'ana',
      'leo',
      'yuki',
      'nour',
      'noa',
      'priya',
      'sam',
      'zoe',
      'wilhelmina',
      'ines',
      'omar',
      'german',
    ],
    unread: 5,
    lines: [
      ['6d 08:00', null, 'Maya Okafor started the season'],
      [
        '6d 08:01',
        'maya',
        'Thirty weeks to go. This group is for plans, doubts and photographs of breakfast.',
      ],
      ['6d 08:30', 'sam', 'Breakfast first.'],
      ['5d 21:00', 'ines', 'I signed up. There is no way back now 😬'],
      ['5d 21:01', 'omar', 'Same! Bib 4127.'],
      [
        '1d 07:30',
        'jonas',
        'Week 2 is up: three runs, none longer than 9 km. If anything hurts that did not hurt before, tell us before you run on it.',
      ],
      ['1d 07:45', 'zoe', 'Is swimming instead of the Tuesday run all right?'],
      ['1d 07:47', 'jonas', 'Yes, 40 minutes of it.'],
      ['35m', 'ines', 'First run done in the rain. Nobody tells you that it is fun.'],
      ['34m', 'ines', '🌧️'],
      ['30m', 'omar', 'Everybody tells you, Inês.'],
      ['18m', 'priya', 'Photograph of breakfast is coming, I promise.'],
      ['17m', 'sam', 'Still waiting, Priya.'],
    ],
  },
  zoe: { type: 'direct', others: ['zoe'], lines: [] },
  sam: {
    type: 'direct',
    others: ['sam'],
    lines: [
      [
        '4d 16:00',
        'sam',
        'Summit photos are in the shared album. The last ridge was closed, so we took the long way.',
      ],
      ['4d 16:05', 'maya', 'The long way is the training.'],
    ],
  },
  viktor: {
    type: 'direct',
    others: ['viktor'],
    lines: [['9d 10:00', 'viktor', 'I am taking a break from everything for a while.']],
  },
  omar: {
    type: 'direct',
    others: ['omar'],
    lines: [
      ['15d 22:40', 'omar', 'Buy my supplements, last chance, 40 % off!!!'],
      ['15d 22:41', 'omar', 'Last chance, I mean it!!!'],
    ],
  },
  brief: {
    type: 'group',
    name: 'Car pool to the lake',
    owner: 'jonas',
    others: ['jonas', 'sam'],
    lines: [['7d 12:00', 'jonas', 'I have three seats.']],
  },
  tom: {
    type: 'direct',
    others: ['tom'],
    lines: [
      [
        '20d 18:00',
        'tom',
        'Moving to Lisbon next month, so this is my last session. Thank you for two years!',
      ],
      ['20d 18:10', 'maya', 'Lisbon has better hills. Keep in touch, Tom.'],
    ],
  },
  spring: {
    type: 'group',
    name: 'Spring challenge 2026',
    others: ['ana', 'leo', 'omar'],
    kept: { isArchived: true },
    lines: [['200d 20:00', 'maya', 'That was it: 412 km together. See you next spring!']],
  },
  ines: {
    type: 'direct',
    others: ['ines'],
    kept: { isArchived: true },
    lines: [['90d 12:00', 'ines', 'The invoice has arrived, thank you.']],
  },
} as const satisfies Record<string, Script>;

export type ConversationKey = keyof typeof scripts;
