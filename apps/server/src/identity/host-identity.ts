/** What a host's token can make of a person. `service` is not among them: services have keys of ours. */
export const hostRoles = ['client', 'trainer', 'admin'] as const;
export type HostRole = (typeof hostRoles)[number];

/** How the host platform says who people are. */
export interface HostIdentity {
  jwksUrl: string;
  issuer: string;
  audience: string;
  /** Which claim holds what. */
  claims: { name: string; email: string; role: string };
  /** Roles that its tokens may give; any other role in a token counts as `client`. */
  roles: readonly HostRole[];
}
