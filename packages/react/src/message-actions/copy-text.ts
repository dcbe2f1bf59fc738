/** Puts text where "paste" finds it. Rejects where the browser does not allow it. */
export async function copyText(copied: string): Promise<void> {
  // Pages that came over plain HTTP have no such thing.
  if (navigator.clipboard) return navigator.clipboard.writeText(copied);
  if (!copyBySelection(copied)) throw new Error('The browser refused to copy.');
}

function copyBySelection(copied: string): boolean {
  const field = document.createElement('textarea');
  field.value = copied;
  field.readOnly = true;
  field.style.cssText = 'position: fixed; inset-block-start: 0; opacity: 0';
  const focused = document.activeElement;
  // Menus and dialogs take the focus back from whatever is outside of them.
  const place = focused?.closest('[role="menu"], [role="dialog"]') ?? document.body;
  place.append(field);
  field.select();
  // Marked as outdated, and the only way that works there.
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
