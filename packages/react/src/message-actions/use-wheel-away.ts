import { useEffect } from 'react';

/**
 * What is placed beside something closes when that is scrolled away. By the person, that is: new messages scroll the list,
 * too, and must not take the menu away from under the pointer.
 */
export function useWheelAway(onClose: () => void): void {
  useEffect(() => {
    const onWheel = ({ target }: Event) => {
      const isOwn = target instanceof Element && target.closest('[role="menu"]');
      if (!isOwn) onClose();
    };
    document.addEventListener('wheel', onWheel, { passive: true });
    return () => document.removeEventListener('wheel', onWheel);
  }, [onClose]);
}
