import { memo } from 'react';
import { linkify } from './linkify.ts';

/** What somebody wrote: plain text, in which addresses can be followed. Nothing of it is ever markup. */
export const MessageText = memo(function MessageText({ content }: { content: string }) {
  return (
    <span className="vc-bubble-text">
      {linkify(content).map(({ text, href }, index) =>
        href === undefined ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        ),
      )}
    </span>
  );
});
