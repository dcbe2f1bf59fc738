import { parseArgs } from 'node:util';
import { Email, limits, text } from '@vibe/contract';
import { z } from 'zod';
import { DATE_ORDERS } from './date-order.ts';
import { ImportError } from './import-error.ts';
import { isTimeZone } from './zoned-time.ts';

export const HELP = `Loads a chat's export into a group.

  pnpm import:chat <file or folder> --group <name> [options]

The export is one of
  WhatsApp   the text file of "Export chat", from Android or iPhone (unpack a ZIP first)
  Slack      the unpacked folder of a workspace export, with users.json and a folder for each channel

Options
  --group <name>        the group that the messages go to; it is created at the first import
  --member <email>      who can read it; they need an account, and the first one owns a new group. May be
                        given several times (default, if nobody is in the group: every platform admin)
  --tz <zone>           WhatsApp: time zone of the phone that exported the chat, such as Europe/Berlin
                        (default: this computer's)
  --date-order <order>  WhatsApp: dmy, mdy or ymd; needed only if the dates leave it open
  --channel <name>      Slack: the channel to import; needed only if there are several
  --help                shows this

Importing the same export again, or a later one of the same chat, adds only what is new. It works beside a
running server, and can be stopped: run it again to go on. DATABASE_URL or DATA_DIR say where the data is, as
they do for the server.
WhatsApp does not mark where a name ends: the first ": " of a line does, so in names that contain ": "
what follows it counts as text.`;

const Options = z.object({
  path: z
    .string('Say which export to load: pnpm import:chat <file or folder> --group <name>.')
    .min(1, 'The file name is empty.'),
  group: z
    .string('Say which group the messages go to: --group <name>.')
    .trim()
    .min(1, 'The name in --group is empty.')
    .pipe(text('The name in --group', limits.nameChars)),
  members: z.array(
    z.string().refine((email) => Email.safeParse(email).success, {
      error: ({ input }) => `--member ${input} is not an email address.`,
    }),
  ),
  timeZone: z.string().refine(isTimeZone, {
    error: ({ input }) =>
      `--tz ${input} is not a known time zone. Give a name such as Europe/Berlin or America/New_York.`,
  }),
  dateOrder: z
    .enum(DATE_ORDERS, { error: ({ input }) => `--date-order must be dmy, mdy or ymd, not ${input}.` })
    .optional(),
  channel: z.string().trim().min(1, 'The name in --channel is empty.').optional(),
});

export type ImportOptions = z.infer<typeof Options>;

/**
 * Reads the command line (without `node` and the script); null if it asks for help.
 *
 * @throws ImportError with a sentence that says what is wrong
 */
export function parseOptions(argv: readonly string[]): ImportOptions | null {
  const { values, positionals } = readArguments(argv);
  if (values.help) return null;
  const [path, ...others] = positionals;
  if (others.length > 0) {
    throw new ImportError(
      `One export at a time, please: ${others.join(' ')} is one too many. Put names with spaces in quotes.`,
    );
  }
  const parsed = Options.safeParse({
    path,
    group: values.group,
    members: values.member ?? [],
    timeZone: values.tz ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    dateOrder: values['date-order'],
    channel: values.channel,
  });
  if (parsed.success) return parsed.data;
  throw new ImportError(parsed.error.issues.map((issue) => issue.message).join('\n'));
}

function readArguments(argv: readonly string[]) {
  // pnpm hands on the -- that people put before arguments; it would make all of them file names.
  const args = argv[0] === '--' ? argv.slice(1) : [...argv];
  const string = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        group: string,
        member: { type: 'string', multiple: true },
        tz: string,
        'date-order': string,
        channel: string,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ImportError(`${error instanceof Error ? error.message : error}\nSee pnpm import:chat --help.`, {
      cause: error,
    });
  }
}
