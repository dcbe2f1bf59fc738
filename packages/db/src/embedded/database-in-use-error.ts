import type { Owner } from './owner-record.ts';

/** Another process holds the data directory. Nothing in it was touched. */
export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
  readonly dataDir: string;
  /** What the holder recorded about itself; undefined while it is still starting. */
  readonly owner: Owner | undefined;

  constructor(dataDir: string, owner: Owner | undefined) {
    const holder = owner ? `process ${owner.pid}` : 'another process';
    const address = owner?.address ? `, which serves ${owner.address}` : '';
    super(`The data directory ${dataDir} is in use by ${holder}${address}.`);
    this.dataDir = dataDir;
    this.owner = owner;
  }
}
