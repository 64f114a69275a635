import type { BadgeLook } from "./state-badge.ts";

/**
 * The colours of tokens.css for the one place that takes values instead of a
 * style sheet: kintone's own list cells. A test holds the two together.
 */
export const stateColours: Readonly<
  Record<BadgeLook, { readonly text: string; readonly ground: string }>
> = {
  done: { text: "#17713f", ground: "#e6f4ec" },
  doneLate: { text: "#556063", ground: "#edf0f1" },
  upcoming: { text: "#1a5f91", ground: "#e7f1f9" },
  dueSoon: { text: "#7a4f00", ground: "#fff3d1" },
  dueToday: { text: "#9a3d05", ground: "#ffe7d6" },
  overdue: { text: "#a8211a", ground: "#fde9e7" },
  notApplicable: { text: "#5b686b", ground: "#f5f7f8" },
};
