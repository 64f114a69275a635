/** Compiled, never run: a feature listens to fields of its own apps only. */
import { defineFeature } from "../../src/feature-kit/feature.ts";

const common = { id: "types", messages: {} };

export const accepted = [
  defineFeature({
    ...common,
    apps: ["nominations"],
    on: { "record.change": { fields: ["registeredName", "contactDue"] } },
  }),
  defineFeature({
    ...common,
    apps: ["editions", "nominations"],
    on: { "record.change": { fields: ["registerDate", "registerDue"] } },
  }),
];

export const refused = [
  defineFeature({
    ...common,
    apps: ["nominations"],
    // @ts-expect-error The nomination has no such field.
    on: { "record.change": { fields: ["registerdName"] } },
  }),
  defineFeature({
    ...common,
    apps: ["nominations"],
    // @ts-expect-error The field belongs to the edition.
    on: { "record.change": { fields: ["registerDate"] } },
  }),
  defineFeature({
    ...common,
    apps: ["nominations"],
    // @ts-expect-error kintone fires no change event for a calculated field.
    on: { "record.change": { fields: ["scoreTotal"] } },
  }),
  defineFeature({
    ...common,
    apps: ["nominations"],
    // @ts-expect-error Related records carry no value.
    on: { "record.change": { fields: ["sameFirm"] } },
  }),
];
