/** Apart from the schemas, as browsers import it: whoever imports one of those brings Zod along. */
export const participantRoles = ['owner', 'admin', 'member'] as const;
