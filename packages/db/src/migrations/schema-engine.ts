import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/** Where the engine leaves its last words when it panics; without it nobody learns them. */
const panicRegistry = {
  set_message(message: string): never {
    throw new Error(`The schema engine panicked: ${message}`);
  },
};

let loaded: Promise<void> | undefined;

/** Prisma's own migration engine, as WebAssembly: it runs where its binary cannot be downloaded. Free it with `using`. */
export async function createSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<bindings.SchemaEngine> {
  loaded ??= loadWebAssembly();
  await loaded;
  const ignoreLogLine = (): void => {};
  return bindings.SchemaEngine.new(
    { datamodels: undefined },
    ignoreLogLine,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

async function loadWebAssembly(): Promise<void> {
  const directory = join(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'), '..');
  const bytes = await readFile(join(directory, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start !== 'function') throw new Error('The schema engine has no start function.');
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panicRegistry });
  start();
}
