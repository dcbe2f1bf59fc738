import { Problem } from '@vibe/react/ui';

/** Why a form was refused, where no field is to blame. */
export const FormProblem = ({ children }: { children: string | null }) =>
  children === null ? null : <Problem>{children}</Problem>;
