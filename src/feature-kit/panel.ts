import type { TemplateResult } from "lit/html.js";
import { fitWidth } from "../ui/fit-width.ts";
import { draw, openRoot } from "../ui/root.ts";
import type { PageContext } from "./feature.ts";

/**
 * Draws into a space of the form, now and after every change of the record.
 * Does nothing where the form has no such space.
 *
 * @param id - of the panel; kintone draws the same page twice, we do not
 * @returns the panel's element; null without the space
 */
export const showPanel = (
  { page, visit }: Pick<PageContext, "page" | "visit">,
  spaceId: string,
  id: string,
  render: () => TemplateResult,
): HTMLElement | null => {
  const space = page.space(spaceId);
  if (space === null) {
    return null;
  }
  const root = openRoot(space, id);
  fitWidth(root);
  visit.follow(() => draw(root, render()));
  return root;
};
