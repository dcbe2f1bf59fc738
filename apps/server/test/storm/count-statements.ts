import type { Database } from '@vibe/db';
import pg from 'pg';

export interface StatementCount {
  /** What is sent over its connections is counted, whoever sends it. */
  database: Database;
  /** What was sent since it was last taken. */
  take(): string[];
}

export function countStatements(database: Database): StatementCount {
  let statements: string[] = [];
  class CountedClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      Object.assign(this, {
        query: (...args: unknown[]): unknown => {
          statements.push(textOf(args[0]));
          return Reflect.apply(pg.Client.prototype.query, this, args);
        },
      });
    }
  }
  return {
    database: { ...database, connection: { ...database.connection, Client: CountedClient } },
    take() {
      const taken = statements;
      statements = [];
      return taken;
    },
  };
}

const textOf = (asked: unknown): string =>
  typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : String(asked);
