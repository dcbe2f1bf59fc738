import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';

/** A database that other databases are copied from. Nothing may connect to it after it was made. */
export type PostgresTemplate = { serverUrl: string; name: string };

/** Makes and migrates a template. It stays until `dropDatabase`. */
export async function makePostgresTemplate(serverUrl: string): Promise<PostgresTemplate> {
  const name = uniqueName('template');
  await administer(serverUrl, `CREATE DATABASE ${name}`);
  await using database = await openDatabase({ url: urlOf(serverUrl, name), dataDir: '' });
  await migrate(database);
  return { serverUrl, name };
}

/** A fresh copy of the template, which is dropped, whoever is connected, when the database is disposed of. */
export async function copyPostgresTemplate({ serverUrl, name }: PostgresTemplate): Promise<Database> {
  const copy = uniqueName('test');
  await administer(serverUrl, `CREATE DATABASE ${copy} TEMPLATE ${name}`);
  const database = await openDatabase({ url: urlOf(serverUrl, copy), dataDir: '' });
  return { ...database, [Symbol.asyncDispose]: () => dropDatabase({ serverUrl, name: copy }) };
}

export async function dropDatabase({ serverUrl, name }: PostgresTemplate): Promise<void> {
  await administer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function uniqueName(kind: string): string {
  return `vibe_${kind}_${randomUUID().replaceAll('-', '')}`;
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
