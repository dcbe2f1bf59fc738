import { useEffect, useState } from 'react';

/** Whether it holds, and has held for so long. */
export function useLasting(holds: boolean, leastMs: number): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    if (!holds) return setHasLasted(false);
    const timer = setTimeout(() => setHasLasted(true), leastMs);
    return () => clearTimeout(timer);
  }, [holds, leastMs]);
  return holds && hasLasted;
}
