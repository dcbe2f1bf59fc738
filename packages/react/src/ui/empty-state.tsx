import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** What there would be, or what to do. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing is here (yet), and that is fine. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="vc-empty">
      <span className="vc-empty-icon">
        <Icon size={28} aria-hidden />
      </span>
      <p className="vc-empty-title">{title}</p>
      {children && <p className="vc-empty-text">{children}</p>}
      {action}
    </div>
  );
}
