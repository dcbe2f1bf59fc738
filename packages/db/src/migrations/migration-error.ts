/** A migration failed; nothing of it was applied. The ones before it were. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  /** The migration's directory. */
  readonly migration: string;

  constructor(migration: string, options: { cause: unknown }) {
    super(`Migration ${migration} failed and was not applied: ${reason(options.cause)}`, options);
    this.migration = migration;
  }
}

/** The engine wraps what the database said in lines about its own insides, which help nobody here. */
function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [outer = message] = message.split(/\n\s+0: /);
  return outer.replace(/^external connector error\n(Error querying the database: )?/, '');
}
