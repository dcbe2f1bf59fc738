/** Where the live side says what went wrong behind everybody's back. It goes on by itself. */
export type Log = (message: string, error: unknown) => void;
