import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cast, demoPassword } from '../prisma/seed.ts';

const script = join(import.meta.dirname, 'dev-cluster.ts');

test('two instances start behind one port, go on when one is killed, and leave nothing behind', {
  timeout: 90_000,
}, async () => {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await using _ = { [Symbol.asyncDispose]: async () => void child.kill('SIGKILL') };
  let output = '';
  child.stdout.on('data', (data) => {
    output += String(data);
  });
  await expect.poll(() => output, { timeout: 60_000 }).toContain('Ctrl-C ends it all.');
  const url = /behind (\S+)/.exec(output)?.[1] ?? '';
  const pids = [...output.matchAll(/process (\d+)/g)].map(([, pid]) => Number(pid));
  expect(pids).toHaveLength(3);

  expect(await signIn(url)).toBe(200);
  process.kill(pids[0] ?? 0, 'SIGKILL');
  await expect.poll(() => signIn(url), { timeout: 10_000 }).toBe(200);

  child.kill('SIGINT');
  expect((await once(child, 'exit'))[0]).toBe(0);
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

/** The status of the answer, or what went wrong. */
const signIn = (url: string): Promise<number | string> =>
  fetch(`${url}/trpc/auth.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: cast.maya.email, password: demoPassword }),
  }).then(
    ({ status }) => status,
    (error: unknown) => String(error),
  );
