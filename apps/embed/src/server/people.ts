export interface Person {
  /** The platform's own name for them: what the chat knows them by. */
  sub: string;
  name: string;
  email: string;
  role: 'client' | 'trainer';
}

/** Who has an account at the platform. */
export const people: readonly Person[] = [
  { sub: 'ng-101', name: 'Maya Okafor', email: 'maya@northgate.example', role: 'trainer' },
  { sub: 'ng-102', name: 'Jonas Lindqvist', email: 'jonas@northgate.example', role: 'trainer' },
  { sub: 'ng-201', name: 'Ana Souza', email: 'ana@northgate.example', role: 'client' },
  { sub: 'ng-202', name: 'Leo Fischer', email: 'leo@northgate.example', role: 'client' },
];
