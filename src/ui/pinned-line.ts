const following = new WeakSet<Element>();

const place = (slot: HTMLElement, bar: HTMLElement): void => {
  const box = slot.getBoundingClientRect();
  const page = document.documentElement;
  const isAbove = box.bottom <= 0;
  // At the very end of the page the bar would lie over the last field for good.
  const isAtEnd =
    window.innerHeight + window.scrollY >= page.scrollHeight - box.height;
  const isPinned = isAbove && !isAtEnd;
  if (!bar.classList.contains("suisen-pinned")) {
    // The page keeps the height of the bar once the bar has left it.
    slot.style.minBlockSize = `${bar.offsetHeight}px`;
  }
  bar.classList.toggle("suisen-pinned", isPinned);
  bar.style.insetInlineStart = isPinned ? `${Math.max(0, box.left)}px` : "";
  bar.style.inlineSize = isPinned
    ? `${Math.min(box.width, page.clientWidth)}px`
    : "";
};

/** Room between the focused control and the bar. */
const MARGIN_PX = 8;

/** Scrolls what has the focus out from below the bar; a browser does not know that it is there. */
const uncover = (bar: HTMLElement, focused: EventTarget | null): void => {
  const isOutside = focused instanceof Element && !bar.contains(focused);
  if (!isOutside || !bar.classList.contains("suisen-pinned")) return;
  const hidden =
    focused.getBoundingClientRect().bottom +
    MARGIN_PX -
    bar.getBoundingClientRect().top;
  if (hidden > 0) window.scrollBy({ top: hidden });
};

/**
 * Keeps a bar in sight once its place has scrolled away: at the lower edge,
 * because kintone keeps its own buttons at the upper one. `position: sticky`
 * would end with the row of the form that holds the bar.
 *
 * @param slot - keeps the bar's height in the page
 */
export const pinWhenScrolledAway = (
  slot: HTMLElement,
  bar: HTMLElement,
): void => {
  if (following.has(slot)) {
    return;
  }
  following.add(slot);
  const update = (): void => {
    if (slot.isConnected) {
      place(slot, bar);
      return;
    }
    document.removeEventListener("scroll", update, { capture: true });
    window.removeEventListener("resize", update);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if (slot.isConnected) {
      // The browser scrolls after the event; the bar is placed after that.
      requestAnimationFrame(() => {
        place(slot, bar);
        uncover(bar, target);
      });
      return;
    }
    document.removeEventListener("focusin", onFocus);
  };
  document.addEventListener("focusin", onFocus);
  document.addEventListener("scroll", update, { capture: true, passive: true });
  window.addEventListener("resize", update);
};
