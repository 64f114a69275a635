/**
 * Changes that a returned event may make. One row of the table in the
 * documentation.
 */
export type Abilities = {
  values: boolean;
  /** The key of a lookup counts among the values. */
  lookupKey: boolean;
  disabled: boolean;
  fieldError: boolean;
  /** `event.error`, shown at the top of the page. */
  message: boolean;
  lookup: boolean;
  url: boolean;
  /** A returned Promise is awaited. */
  waits: boolean;
};

const none: Abilities = {
  values: false,
  lookupKey: false,
  disabled: false,
  fieldError: false,
  message: false,
  lookup: false,
  url: false,
  waits: false,
};
const waits: Abilities = { ...none, waits: true };
const formShow: Abilities = {
  values: true,
  lookupKey: true,
  disabled: true,
  fieldError: true,
  message: true,
  lookup: true,
  url: false,
  waits: true,
};
const formChange: Abilities = { ...formShow, lookupKey: false, waits: false };
const formSubmit: Abilities = {
  ...waits,
  values: true,
  fieldError: true,
  message: true,
};
const formSuccess: Abilities = { ...waits, url: true };

/**
 * By event type without `mobile.` and without the field code.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/events/event-object-actions/
 */
const table: Record<string, Abilities> = {
  "app.record.index.show": waits,
  "app.record.index.edit.show": { ...waits, disabled: true },
  "app.record.index.edit.change": {
    ...none,
    values: true,
    disabled: true,
    fieldError: true,
    message: true,
  },
  "app.record.index.edit.submit": formSubmit,
  "app.record.index.edit.submit.success": { ...none, url: true },
  "app.record.index.edit.finish": none,
  "app.record.index.delete.submit": { ...waits, message: true },
  "app.record.detail.show": waits,
  "app.record.detail.delete.submit": { ...waits, message: true },
  "app.record.detail.process.proceed": {
    ...waits,
    values: true,
    message: true,
  },
  "app.record.create.show": formShow,
  "app.record.create.change": formChange,
  "app.record.create.submit": formSubmit,
  "app.record.create.submit.success": formSuccess,
  "app.record.edit.show": formShow,
  "app.record.edit.change": formChange,
  "app.record.edit.submit": formSubmit,
  "app.record.edit.submit.success": formSuccess,
  "app.record.print.show": waits,
  "app.report.show": waits,
  "portal.show": waits,
  "space.portal.show": waits,
};

/** Shown at the top on PC only, says the table. */
const messageOnPcOnly = new Set([
  "app.record.detail.delete.submit",
  "app.record.detail.process.proceed",
]);

const kindOf = (type: string): string =>
  type.replace(/^mobile\./, "").replace(/\.change\..*$/, ".change");

export const abilitiesOf = (type: string): Abilities => {
  const kind = kindOf(type);
  const found = table[kind] ?? none;
  const isMobile = type.startsWith("mobile.");
  return isMobile && messageOnPcOnly.has(kind)
    ? { ...found, message: false }
    : found;
};
