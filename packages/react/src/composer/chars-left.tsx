import { useFormat, useText } from '../provider/use-chat.ts';

/** How much room is left. Only that there is none is read out by itself: the number changes at every keystroke. */
export function CharsLeft({ id, left }: { id: string; left: number | null }) {
  const { composer } = useText();
  const format = useFormat();
  const isOver = left !== null && left < 0;
  return (
    <>
      {left !== null && (
        <span id={id} className="vc-composer-counter" data-over={isOver || undefined}>
          {isOver ? composer.charsTooMany(format.number(-left)) : composer.charsLeft(format.number(left))}
        </span>
      )}
      <span className="vc-hidden" role="status">
        {isOver && composer.tooLong}
      </span>
    </>
  );
}
