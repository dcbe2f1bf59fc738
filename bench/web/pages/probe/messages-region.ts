const messageMark = /([A-Z])-(\d+)\b/;

/** The region "Messages", as it is named for everybody. */
export function messagesRegion(): HTMLElement {
  const region = findRegion();
  if (!region) throw new Error('there is no region "Messages"');
  return region;
}

/** Of those that are in the page, the one on the screen. */
const findRegion = () =>
  document.querySelector<HTMLElement>('[aria-label="Messages"]:not([aria-hidden="true"])');

/** The element that scrolls: it, or one in it or around it; it, while there is nothing to scroll. */
export function scrollerOf(region: HTMLElement): HTMLElement {
  if (scrolls(region)) return region;
  const inside = [...region.querySelectorAll<HTMLElement>('*')].find(scrolls);
  if (inside) return inside;
  for (let around = region.parentElement; around; around = around.parentElement) {
    if (scrolls(around)) return around;
  }
  return region;
}

const scrolls = (element: HTMLElement): boolean =>
  element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY);

export interface ShownMessage {
  mark: string;
  element: Element;
}

/** A message that is on the screen, looked for by what lies at points of the region, from its middle outwards. */
export function shownMessage(): ShownMessage | null {
  const region = findRegion();
  if (!region) return null;
  const { left, top, width, height } = visibleRect(region);
  for (let step = 0; step < 40; step += 1) {
    const y = top + height * (0.5 + (step % 2 ? -1 : 1) * (Math.ceil(step / 2) / 41));
    for (const across of [0.5, 0.2, 0.8, 0.35, 0.65]) {
      const found = markedAt(left + width * across, y);
      if (found) return found;
    }
  }
  return null;
}

/** A region may be as high as all that is in it; what is seen of it is within the window. */
function visibleRect(region: HTMLElement): DOMRect {
  const { left, width, top, bottom } = region.getBoundingClientRect();
  const from = Math.max(top, 0);
  return new DOMRect(left, from, width, Math.min(bottom, innerHeight) - from);
}

function markedAt(x: number, y: number): ShownMessage | null {
  for (const element of document.elementsFromPoint(x, y)) {
    // An element with many children is the list itself, whose text would be long in coming.
    if (element.childElementCount > 8) return null;
    const [mark] = messageMark.exec(element.textContent) ?? [];
    if (mark !== undefined) return { mark, element };
  }
  return null;
}

/** The element that says it, where the one it was in is no more. */
export function elementWith(mark: string): Element | null {
  const texts = document.createTreeWalker(messagesRegion(), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (messageMark.exec(text.textContent ?? '')?.[0] === mark) return text.parentElement;
  }
  return null;
}
