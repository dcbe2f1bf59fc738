import { EventEmitter } from 'node:events';
import { ColumnTypeEnum, type SqlResultSet } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

const charOid = 18;
const textOid = 25;

/**
 * The engine reads the catalogue, which is full of the one-letter type "char", and Prisma's adapter refuses that type.
 * So the connection calls it text, and the result for the engine calls it by its name again. For one connection that
 * is asked one question at a time.
 */
export function charColumns(): {
  onConnect: (client: pg.ClientBase) => void;
  restored: (result: SqlResultSet) => SqlResultSet;
} {
  let latest: boolean[] = [];
  return {
    onConnect(client) {
      if (!('connection' in client && client.connection instanceof EventEmitter)) return;
      client.connection.prependListener('rowDescription', ({ fields }: { fields: Field[] }) => {
        latest = fields.map(({ dataTypeID }) => dataTypeID === charOid);
        for (const field of fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid;
      });
    },
    restored(result) {
      const columnTypes = result.columnTypes.map((type, i) => (latest[i] ? ColumnTypeEnum.Character : type));
      return { ...result, columnTypes };
    },
  };
}

type Field = { dataTypeID: number };
