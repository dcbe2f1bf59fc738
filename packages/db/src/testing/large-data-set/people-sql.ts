import type { DataSetScale } from './data-set-scale.ts';
import type { HistoryClock } from './history-clock.ts';

const firstNames = `'{Ada,Bela,Carla,Dario,Elif,Femi,Greta,Hiro,Ines,Jonas,Kofi,Lena,Mira,Nils,Olga,Pablo,Quinn,Rosa,Sven,Tara,Umut,Vera,Wanda,Xenia,Yusuf,Zoe}'::text[]`;
const lastNames = `'{Almeida,Berg,Castro,Dogan,Eriksen,Fischer,Garcia,Horvat,Ibrahim,Jansen,Kowalski,Larsen,Moreau,Nowak,Okafor,Petrov,Quist,Rossi,Sato,Tanaka,Ueda,Virtanen,Weber,Xu,Yilmaz,Zhang}'::text[]`;

/** A few are deactivated. Everybody has a session, a third have an old one too; many blocked somebody. */
export const peopleSql = ({ users }: DataSetScale, { at, changed }: HistoryClock): string[] => [
  `INSERT INTO "user" (id, email, full_name, password_hash, created_at, last_seen_at, deactivated_at, version, changed)
   SELECT id, 'person.' || id || '@example.com',
     (${firstNames})[1 + floor(26 * pg_temp.dice(id, 1))] || ' ' || (${lastNames})[1 + floor(26 * pg_temp.dice(id, 2))]
       || ' ' || to_hex(id::bigint * 40503 % 65536),
     'none', ${at('0')}, ${at('pg_temp.dice(id, 3)')},
     CASE WHEN id > 3 AND id % 100 = 0 THEN ${at('1')} END, 1, ${changed('pg_temp.dice(id, 4)')}
   FROM generate_series(1, ${users}) AS id`,
  `INSERT INTO session (id, user_id, refresh_hash, created_at, expires_at, revoked_at, changed)
   SELECT gen_random_uuid(), user_id, 'none', ${at('0.9')},
     CASE n WHEN 1 THEN now() + interval '60 days' ELSE ${at('0.99')} END,
     CASE WHEN n = 2 AND user_id % 2 = 0 THEN ${at('0.98')} END, ${changed('0.9 + pg_temp.dice(user_id, n) / 10')}
   FROM generate_series(1, ${users}) AS user_id, generate_series(1, 2) AS n WHERE n = 1 OR user_id % 3 = 0`,
  `INSERT INTO block (blocker_id, blocked_id) SELECT id, id + 1 FROM generate_series(4, ${users - 1}) AS id WHERE id % 3 > 0`,
];
