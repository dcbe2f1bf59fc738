import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '@vibe/chat';

/** Argon2id at the parameters that OWASP's password storage cheat sheet names first for 19 MiB of memory. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id, in threads beside the event loop. Hashes carry their parameters, so older ones stay good. */
export function argon2Hasher(): PasswordHasher {
  const nobodys = hash('nobody has this password', parameters);
  return {
    hash: (password) => hash(password, parameters),
    // Checked against somebody's hash or nobody's: the time must not tell who has an account.
    async verify(passwordHash, password) {
      const isRight = await verify(passwordHash ?? (await nobodys), password);
      return isRight && passwordHash !== null;
    },
  };
}
