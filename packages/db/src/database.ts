import type pg from 'pg';

/** An open database. Disposing of it frees what it holds; whoever opened it does so after its pools have ended. */
export type Database = {
  readonly kind: 'postgres' | 'embedded';

  /** What a `pg` pool or Prisma's adapter is made from. */
  readonly connection: pg.PoolConfig;

  /**
   * Tells whoever tries to open the same data directory where this process can be reached.
   * Does nothing where no directory is held.
   */
  announce(about: { address: string }): Promise<void>;

  [Symbol.asyncDispose](): Promise<void>;
};
