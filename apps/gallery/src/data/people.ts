import type { PlatformRole, Presence, User } from '@vibe/contract';
import { hours, minutesAgo } from './times.ts';

const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#2b6f77" d="M0 0h8v8H0z"/><circle cx="4" cy="3" r="1.6" fill="#f2d5b1"/><path d="M1 8a3 3 0 0 1 6 0" fill="#f2d5b1"/></svg>',
)}`;

const firstNames = [
  'Aino',
  'Bela',
  'Chidi',
  'Dana',
  'Emre',
  'Fatima',
  'Goran',
  'Hana',
  'Ines',
  'Jovan',
  'Kofi',
  'Lena',
];
const lastNames = [
  'Abe',
  'Berg',
  'Costa',
  'Diaz',
  'Endo',
  'Fuchs',
  'Gomez',
  'Holm',
  'Ito',
  'Jung',
  'Kaya',
  'Lund',
];

let lastId = 0;

function person(
  fullName: string,
  { role = 'client', ...rest }: { role?: PlatformRole; isDeactivated?: boolean; avatarUrl?: string } = {},
): User {
  lastId += 1;
  return { id: lastId, fullName, role, avatarUrl: null, isDeactivated: false, version: 1, ...rest };
}

export const people = {
  maya: person('Maya Okafor', { role: 'trainer' }),
  ana: person('Ana Souza', { avatarUrl: picture }),
  leo: person('Leo Fischer'),
  yuki: person('田中 ゆき'),
  jonas: person('Jonas Lindqvist', { role: 'trainer' }),
  /** Sixty characters. */
  long: person('Maximiliane Hohenwarter-Schwarzenberger von der Niederlausitz'),
  unbroken: person('Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk'),
  rtl: person('ליאור בן־דוד'),
  emoji: person('🦊 Foxy'),
  gone: person('Karim Haddad', { isDeactivated: true }),
  robin: person('Robin Adler', { role: 'admin' }),
  bot: person('Reminders', { role: 'service' }),
} satisfies Record<string, User>;

export const everybody: readonly User[] = Object.values(people);

/** For a group of a thousand. */
export const crowd: readonly User[] = Array.from({ length: 989 }, (_, index) =>
  person(
    `${firstNames[index % firstNames.length]} ${lastNames[Math.floor(index / firstNames.length) % lastNames.length]}`,
  ),
);

export const presences: readonly Presence[] = [
  { userId: people.maya.id, status: 'online', lastSeenAt: null },
  { userId: people.ana.id, status: 'online', lastSeenAt: null },
  { userId: people.leo.id, status: 'away', lastSeenAt: null },
  { userId: people.yuki.id, status: 'offline', lastSeenAt: minutesAgo(25) },
  { userId: people.jonas.id, status: 'offline', lastSeenAt: minutesAgo(30 * hours) },
  { userId: people.long.id, status: 'online', lastSeenAt: null },
  { userId: people.rtl.id, status: 'offline', lastSeenAt: null },
];
