import { describeFailure } from './describe-failure.ts';
import { run } from './run.ts';

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const sentence = describeFailure(error);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
