/** The readings of kintone that the probe expects: the strictest that was seen. */
export const STRICT_READINGS = {
  "mixed-conditions": "refused",
  "lookup-copy": "same-type",
  "first-status": "renamed-only",
  "related-apps": "hidden",
} as const;
