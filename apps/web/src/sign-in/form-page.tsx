import { Button } from '@vibe/react/ui';
import type { FormEvent, ReactNode } from 'react';
import { ShellPage } from '../start/shell-page.tsx';

interface FormPageProps {
  title: string;
  lead: string | null;
  /** What has happened, in place of the lead. */
  notice?: string | null;
  form: { onSubmit(event: FormEvent<HTMLFormElement>): void };
  /** The way to the other form. */
  other: { question: string; answer: string; onChoose(): void };
  children: ReactNode;
}

/** A form that is a page of its own. */
export function FormPage({ title, lead, notice = null, form, other, children }: FormPageProps) {
  return (
    <ShellPage>
      <header>
        <h1 className="shell-title">{title}</h1>
        {lead !== null && <p className="shell-lead">{lead}</p>}
      </header>
      {notice !== null && (
        <p className="shell-news" role="status">
          {notice}
        </p>
      )}
      {/* Ours says what is wrong beside the fields. */}
      <form className="shell-form" noValidate onSubmit={form.onSubmit} aria-label={title}>
        {children}
      </form>
      <p className="shell-other">
        {other.question}{' '}
        <Button kind="plain" onClick={other.onChoose}>
          {other.answer}
        </Button>
      </p>
    </ShellPage>
  );
}
