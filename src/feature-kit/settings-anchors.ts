/** Elements of the settings page to which its findings link. */
export const ANCHORS = {
  apps: "suisen-settings-apps",
  forms: "suisen-settings-forms",
  /** The element in which the mapping feature draws. */
  formSpace: "suisen-settings-form",
  /** The element in which the sections of other features draw. */
  sections: "suisen-settings-sections",
  societies: "suisen-settings-societies",
  editions: "suisen-settings-editions",
  update: "suisen-settings-update",
} as const;

export const toAnchor = (name: keyof typeof ANCHORS): string =>
  `#${ANCHORS[name]}`;
