const tags = new Set([
  "A",
  "B",
  "BLOCKQUOTE",
  "BR",
  "DIV",
  "EM",
  "FONT",
  "H1",
  "H2",
  "H3",
  "HR",
  "I",
  "LI",
  "OL",
  "P",
  "S",
  "SPAN",
  "STRIKE",
  "STRONG",
  "U",
  "UL",
]);
const attributes = new Set(["style", "color", "size", "title"]);
const isSafeLink = (url: string): boolean => /^(https?:|mailto:)/i.test(url);
const isSafeStyle = (style: string): boolean =>
  !/url\s*\(|expression|@import|position\s*:/i.test(style);

const keepAttribute = (node: Element, name: string, value: string): boolean => {
  if (node.tagName === "A" && name === "href") return isSafeLink(value);
  if (name === "style") return isSafeStyle(value);
  return attributes.has(name);
};

const clean = (node: Element): void => {
  for (const child of [...node.children]) {
    clean(child);
    if (!tags.has(child.tagName)) child.remove();
  }
  for (const { name, value } of [...node.attributes])
    if (!keepAttribute(node, name, value)) node.removeAttribute(name);
};

/** Rich text and labels without anything that could run, load or cover the page. */
export const sanitize = (html: string): DocumentFragment => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  clean(parsed.body);
  const fragment = document.createDocumentFragment();
  fragment.append(...parsed.body.childNodes);
  return fragment;
};
