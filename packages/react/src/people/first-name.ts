/** What a person is called in few words: the first word of their name. */
export const firstName = (fullName: string): string => fullName.trim().split(/\s+/)[0] || fullName;
