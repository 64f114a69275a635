import { c } from "./boot.ts";

/** An element of ours; text is text, never markup. */
export const element = (
  tag: string,
  name: string,
  text?: string,
): HTMLElement => {
  const made = document.createElement(tag);
  made.className = c(name);
  if (text !== undefined) made.textContent = text;
  return made;
};

export const button = (
  text: string,
  name: string,
  onClick: () => void,
): HTMLButtonElement => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = c("button", name);
  made.textContent = text;
  made.addEventListener("click", onClick);
  return made;
};
