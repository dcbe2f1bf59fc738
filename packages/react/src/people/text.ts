import type { PlatformRole } from '@vibe/contract';

const roles: Record<PlatformRole, string> = {
  client: 'Client',
  trainer: 'Trainer',
  admin: 'Admin',
  service: 'Service',
};

export const peopleText = {
  /** In the place of a name that is not known. */
  somebody: 'Somebody',
  you: 'You',
  online: 'Online',
  away: 'Away',
  offline: 'Offline',
  lastSeen: (ago: string) => `Last seen ${ago}`,
  /** How far an own message got. */
  progress: {
    sending: 'Sending',
    failed: 'Not sent',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
  },
  role: (role: PlatformRole) => roles[role],
  searchByName: 'Search by name',
  selected: 'Selected people',
  unselect: (name: string) => `Remove ${name}`,
  searching: 'Searching…',
  found: (count: number) => (count === 1 ? '1 person found' : `${count} people found`),
  nobodyFound: 'Nobody found',
  nobodyFoundHint: (query: string) =>
    query === '' ? 'There is nobody to choose.' : `No name has “${query}” in it.`,
  moreFound: 'There are more. Type more of the name to find them.',
};
