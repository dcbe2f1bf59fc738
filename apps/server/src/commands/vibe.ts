import { StartError } from '../start/start-error.ts';
import { createService } from './service-create.ts';

const commands: Record<string, (args: string[]) => Promise<string>> = { 'service:create': createService };

/** `pnpm vibe <command> …`: what is done beside the server, on the same database. */
const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (!command) throw new StartError(`Commands: ${Object.keys(commands).join(', ')}.`);
  process.stdout.write(`${await command(args)}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
