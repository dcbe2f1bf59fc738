/** One for all people and servers of an origin. */
export const databaseName = 'vibe-chat:outbox';
