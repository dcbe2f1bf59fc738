import type { Check } from '../check.ts';

/** P4. Each version of a conversation was given out once. */
export const denseVersions: Check = (_, { conversations, messageStates, membershipStates, headVersions }) => {
  const given = new Map<number, Map<number, Set<string>>>();
  const give = (conversationId: number, version: number, to: string): void => {
    const versions = given.get(conversationId) ?? new Map<number, Set<string>>();
    given.set(conversationId, versions);
    versions.set(version, (versions.get(version) ?? new Set()).add(to));
  };
  for (const { conversationId, version } of headVersions) give(conversationId, version, 'head');
  for (const { conversationId, version, userId } of membershipStates)
    give(conversationId, version, `person ${userId}`);
  for (const { conversationId, version, seq } of messageStates)
    give(conversationId, version, `message ${seq}`);
  return conversations.flatMap(({ id, version: last }) => {
    const versions = given.get(id) ?? new Map<number, Set<string>>();
    const twice = [...versions].filter(([, rows]) => rows.size > 1);
    const all = Array.from({ length: last }, (_, at) => at + 1);
    return [
      ...twice.map(
        ([version, rows]) => `version ${version} of ${id} was given to ${[...rows].join(' and ')}`,
      ),
      ...all
        .filter((version) => !versions.has(version))
        .map((version) => `version ${version} of ${id} is nobody's`),
    ];
  });
};
