const fitted = new WeakSet<Element>();

const ancestorsOf = (element: Element): Element[] => {
  const parent = element.parentElement;
  return parent === null ? [] : [parent, ...ancestorsOf(parent)];
};

/** Width left in an ancestor to the right of the element's left edge. */
const roomIn = (ancestor: Element, left: number): number => {
  const box = ancestor.getBoundingClientRect();
  return box.left + ancestor.clientLeft + ancestor.clientWidth - left;
};

/**
 * Keeps an element within what can be seen. A space has the width that the form
 * gave it, in pixels; beside an open comment pane or on a phone that is too wide.
 */
export const fitWidth = (element: HTMLElement): void => {
  if (fitted.has(element)) {
    return;
  }
  fitted.add(element);
  element.classList.add("suisen-panel");
  const ancestors = ancestorsOf(element);
  const update = (): void => {
    const { left } = element.getBoundingClientRect();
    const rooms = ancestors
      .map((ancestor) => roomIn(ancestor, left))
      .filter((room) => room > 0);
    const room = Math.floor(Math.min(...rooms));
    element.style.setProperty("--suisen-room", `${room}px`);
  };
  const observer = new ResizeObserver(update);
  ancestors.forEach((ancestor) => observer.observe(ancestor));
};
