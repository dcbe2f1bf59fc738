/** Who is in the world. Names as people have them: long ones, and ones that run the other way. */
export const cast = {
  maya: 'Maya Okafor',
  jonas: 'Jonas Lindqvist',
  ana: 'Ana Souza',
  leo: 'Leo Fischer',
  yuki: '田中 ゆき',
  nour: 'نور الهدى حداد',
  noa: 'נועה בן־דוד',
  priya: 'Priya Raghunathan',
  tom: 'Tom Baker',
  viktor: 'Viktor Dvořák',
  sam: 'Sam 🏔️ Whitfield',
  zoe: 'Zoé Martin',
  /** Sixty characters. */
  wilhelmina: 'Wilhelmina Konstantinopoulou-Featherstonehaugh von Hohenfels',
  /** Sixty-three without a space. */
  german: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  ines: 'Inês Carvalho',
  omar: 'Omar Haddad',
  /** In no conversation. */
  newcomer: 'Nadia Petrova',
  admin: 'Robin Adler',
} as const;

export type Name = keyof typeof cast;
