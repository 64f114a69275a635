import { AxeBuilder } from "@axe-core/playwright";
import axe from "axe-core";
import type { Page } from "playwright-core";

/**
 * Runs in the page after axe. A page has hundreds of elements in a dozen colours, and axe parses
 * the text of each element's colours anew: nearly half of the time that it takes.
 */
const PARSE_COLOURS_ONCE = `(() => {
  const { Color } = window.axe.commons.color;
  const parse = Color.prototype.parseString;
  const known = new Map();
  Color.prototype.parseString = function (text) {
    if (!known.has(text)) known.set(text, parse.call(new Color(0, 0, 0), text));
    const { r, g, b, alpha } = known.get(text);
    return Object.assign(this, { r, g, b, alpha });
  };
})();`;

/**
 * Findings of axe on a page without frames, each with the first element that it is about. One
 * run in the page itself: the usual way opens another page to put the parts of frames together.
 *
 * @param within - selector of the part to look at; the whole page when absent
 * @param without - selector of a part of it that is left out
 */
export const findViolations = async (
  page: Page,
  within?: string,
  without?: string,
): Promise<string[]> => {
  const builder = new AxeBuilder({
    page,
    axeSource: `${axe.source}\n${PARSE_COLOURS_ONCE}`,
  }).setLegacyMode();
  if (within !== undefined) builder.include(within);
  if (without !== undefined) builder.exclude(without);
  // Rules that pass are not listed one by one.
  const { violations } = await builder
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
};
