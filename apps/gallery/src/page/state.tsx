import type { ReactNode } from 'react';

/** A state of a component, under its name. */
export const State = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="stage-state">
    <p className="stage-caption">{name}</p>
    {children}
  </div>
);

export const Row = ({ children }: { children: ReactNode }) => <div className="stage-row">{children}</div>;
