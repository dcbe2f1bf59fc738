import { randomUUID } from 'node:crypto';

/** Short strings, none of which any instance gives out twice: its own name, of fixed length, and a number that rises. */
export function createTags(): () => string {
  const instance = randomUUID().slice(0, 8);
  let count = 0;
  return () => {
    count += 1;
    return instance + count.toString(36);
  };
}
