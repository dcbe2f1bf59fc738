import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import { ImportError } from './import-error.ts';
import { readOptionalJsonList } from './read-json.ts';
import { SlackChannel, SlackUser } from './slack-schema.ts';

export interface SlackFolder {
  readonly users: readonly SlackUser[];
  readonly channels: readonly SlackChannel[];
  /** The channel to import. */
  readonly channel: { readonly id: string; readonly name: string };
  /** Its `YYYY-MM-DD.json` files, in the order of their days. */
  readonly dayFiles: readonly string[];
}

const USER_LISTS = ['users.json', 'org_users.json'];
const CHANNEL_LISTS = ['channels.json', 'groups.json', 'mpims.json', 'dms.json'];
const DAY_FILE = /^\d{4}-\d{2}-\d{2}\.json$/;

/**
 * Looks into an unpacked Slack export.
 *
 * @param wanted the channel's name or id, with or without `#`; not needed if the export has one channel
 * @throws ImportError if there is no such channel, or several to choose from
 */
export async function openSlackFolder(folder: string, wanted?: string): Promise<SlackFolder> {
  const users = await listsOf(folder, USER_LISTS, SlackUser);
  const channels = await listsOf(folder, CHANNEL_LISTS, SlackChannel);
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const name = chooseFolder(await withDayFiles(folder, folders), channels, wanted?.replace(/^#/, ''));
  const id = channels.find((channel) => folderOf(channel) === name)?.id ?? name;
  return { users, channels, channel: { id, name }, dayFiles: await dayFilesOf(join(folder, name)) };
}

function chooseFolder(
  folders: readonly string[],
  channels: readonly SlackChannel[],
  wanted?: string,
): string {
  if (folders.length === 0) throw new ImportError('This Slack export has no channel with messages in it.');
  const list = folders.toSorted().join(', ');
  const [only, ...others] = folders;
  if (wanted === undefined) {
    if (only !== undefined && others.length === 0) return only;
    throw new ImportError(`This Slack export has several channels. Say which with --channel: ${list}.`);
  }
  const named = channels.filter(({ id }) => id === wanted).map(folderOf);
  const found = folders.find((folder) => folder === wanted || named.includes(folder));
  if (found === undefined)
    throw new ImportError(`This Slack export has no channel "${wanted}". It has: ${list}.`);
  return found;
}

/** Direct conversations have no name; their folder is called by their id. */
function folderOf({ id, name }: SlackChannel): string {
  return name || id;
}

async function withDayFiles(folder: string, names: readonly string[]): Promise<string[]> {
  const counts = await Promise.all(names.map(async (name) => (await dayFilesOf(join(folder, name))).length));
  return names.filter((_, index) => (counts[index] ?? 0) > 0);
}

async function dayFilesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => DAY_FILE.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

async function listsOf<T>(folder: string, names: readonly string[], entry: ZodType<T>): Promise<T[]> {
  return (await Promise.all(names.map((name) => readOptionalJsonList(join(folder, name), entry)))).flat();
}
