import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

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
  const builder = new AxeBuilder({ page }).setLegacyMode();
  if (within !== undefined) builder.include(within);
  if (without !== undefined) builder.exclude(without);
  // Rules that pass are not listed one by one.
  const { violations } = await builder
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
};
