/** What whoever starts the server wants to know. */
export function banner(
  address: string,
  demo: { people: { email: string; role: string }[]; password: string } | null,
): string {
  const lines = ['', `  Vibe Chat is at ${address}`];
  if (demo) {
    const width = Math.max(...demo.people.map(({ email }) => email.length));
    lines.push('', '  Sign in as one of these, in two browsers to talk to yourself:', '');
    lines.push(...demo.people.map(({ email, role }) => `    ${email.padEnd(width)}  ${role}`));
    lines.push('', `  Everybody's password: ${demo.password}`);
  }
  return `${[...lines, '', '  Ctrl-C stops it.', ''].join('\n')}\n`;
}
