import { Link } from 'wouter';
import { text } from '../text.ts';
import { NoticePage } from './notice-page.tsx';

export function NotFoundPage() {
  const action = (
    <Link href="/" className="vc-button vc-button-primary">
      {text.nowhere.home}
    </Link>
  );
  return <NoticePage title={text.nowhere.title} lead={text.nowhere.lead} action={action} />;
}
