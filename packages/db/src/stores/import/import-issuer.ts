/** Whose people imported accounts are, among those of host platforms. */
export const importIssuer = 'import';
