const following = new WeakSet<Element>();

const place = (slot: HTMLElement, bar: HTMLElement): void => {
  const box = slot.getBoundingClientRect();
  const page = document.documentElement;
  const isAbove = box.bottom <= 0;
  // At the very end of the page the bar would lie over the last field for good.
  const isAtEnd =
    window.innerHeight + window.scrollY >= page.scrollHeight - box.height;
  const isPinned = isAbove && !isAtEnd;
  bar.classList.toggle("suisen-pinned", isPinned);
  bar.style.insetInlineStart = isPinned ? `${Math.max(0, box.left)}px` : "";
  bar.style.inlineSize = isPinned
    ? `${Math.min(box.width, page.clientWidth)}px`
    : "";
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
  document.addEventListener("scroll", update, { capture: true, passive: true });
  window.addEventListener("resize", update);
};
