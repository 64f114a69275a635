import type { FieldProperties } from "../../app-kit/field-properties.ts";
import type { WritableRecordOf } from "../../app-kit/record-type.ts";
import type { AppKey, editions } from "../../apps/index.ts";

/** Settings that are written as a whole, one request each. */
export const settingKinds = [
  "general",
  // Before what may ask for the status, which only a process brings.
  "process",
  "views",
  "appAcl",
  "recordAcl",
  "fieldAcl",
  "generalNotifications",
  "recordNotifications",
  "reminders",
] as const;
export type SettingKind = (typeof settingKinds)[number];

/** One thing to do; a plan is a list of them in an order that works. */
export type Step =
  | {
      readonly kind: "create-group";
      readonly code: string;
      readonly name: string;
    }
  | { readonly kind: "create-app"; readonly app: AppKey; readonly name: string }
  | {
      readonly kind: "add-fields" | "update-fields";
      readonly app: AppKey;
      readonly properties: FieldProperties;
    }
  | {
      readonly kind: "delete-fields";
      readonly app: AppKey;
      readonly codes: readonly string[];
    }
  | { readonly kind: "layout"; readonly app: AppKey }
  | {
      readonly kind: "setting";
      readonly app: AppKey;
      readonly setting: SettingKind;
    }
  | {
      readonly kind: "delete-views";
      readonly app: AppKey;
      readonly names: readonly string[];
    }
  | {
      readonly kind: "install-plugin" | "update-plugin";
      readonly id: string;
      readonly version: string;
    }
  | {
      /** The same plugin under another id. */
      readonly kind: "remove-plugin";
      readonly id: string;
      readonly name: string;
    }
  | {
      /** Writes down which contents were sent: kintone tells the version only. */
      readonly kind: "record-plugin";
      readonly app: "editions";
      readonly hash: string;
    }
  | { readonly kind: "add-plugin"; readonly app: AppKey; readonly id: string }
  | {
      /** The one record; everything else is a setting. */
      readonly kind: "add-edition";
      readonly app: "editions";
      readonly edition: WritableRecordOf<typeof editions>;
    }
  | { readonly kind: "deploy"; readonly apps: readonly AppKey[] };

/** Why nothing can be planned before an administrator has decided something. */
export type Obstacle = {
  readonly code: "provision/type-conflict";
  readonly app: AppKey;
  readonly field: string;
  readonly actualType: string;
  readonly desiredType: string;
};

/** A setting of somebody else that stays. */
export type Undeclared = {
  readonly app: AppKey;
  readonly what: "field" | "view";
  readonly name: string;
};

export type Plan = {
  readonly steps: readonly Step[];
  readonly obstacles: readonly Obstacle[];
  readonly undeclared: readonly Undeclared[];
};
