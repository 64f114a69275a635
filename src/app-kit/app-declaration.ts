import type { AppModel } from "./app-model.ts";
import type { SettingEntity } from "./entity.ts";

/** A field of a row, or what a form holds besides fields. */
export type LayoutCell =
  | string
  | { readonly code: string; readonly width: number }
  | {
      /** An empty place; the plugin finds it by this element id. */
      readonly space: string;
      readonly width: number;
      readonly height: number;
    };

export type LayoutItem =
  | { readonly row: readonly LayoutCell[] }
  | { readonly table: string }
  | {
      /** Field code of the group. */
      readonly group: string;
      readonly label: string;
      readonly open: boolean;
      readonly rows: ReadonlyArray<readonly LayoutCell[]>;
    };

type ViewBase = {
  readonly name: string;
  readonly filterCond?: string;
  readonly sort?: string;
};
export type ViewDeclaration = ViewBase &
  (
    | { readonly type: "LIST"; readonly fields: readonly string[] }
    | {
        readonly type: "CALENDAR";
        readonly date: string;
        readonly title: string;
      }
    | { readonly type: "CUSTOM"; readonly html: string }
  );

export type StateDeclaration = {
  readonly name: string;
  /** Any one of them may act; an empty list means everybody who may see the record. */
  readonly assignees: readonly SettingEntity[];
};
export type ActionDeclaration = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly filterCond?: string;
  /** They may act although they are not assigned. */
  readonly executableBy?: readonly SettingEntity[];
};
export type ProcessDeclaration = {
  readonly states: readonly StateDeclaration[];
  readonly actions: readonly ActionDeclaration[];
};

type AppPermission =
  | "appEditable"
  | "recordViewable"
  | "recordAddable"
  | "recordEditable"
  | "recordDeletable"
  | "recordImportable"
  | "recordExportable";
export type AppRight = {
  readonly entity: SettingEntity;
  readonly may: readonly AppPermission[];
};
export type RecordRight = {
  readonly entity: SettingEntity;
  readonly may: ReadonlyArray<"viewable" | "editable" | "deletable">;
};
export type RecordRightBlock = {
  readonly filterCond: string;
  readonly rights: readonly RecordRight[];
};
export type FieldRight = {
  readonly code: string;
  readonly entities: ReadonlyArray<{
    readonly entity: SettingEntity;
    readonly accessibility: "READ" | "WRITE" | "NONE";
  }>;
};

type GeneralNotification = {
  readonly entity: SettingEntity;
  readonly on: ReadonlyArray<
    "recordAdded" | "recordEdited" | "commentAdded" | "statusChanged"
  >;
};
export type RecordNotification = {
  readonly filterCond: string;
  readonly title: string;
  readonly targets: readonly SettingEntity[];
};
export type Reminder = RecordNotification & {
  /** A DATE field. */
  readonly code: string;
  readonly daysLater: number;
  /** `HH:M0` in Japan time. */
  readonly time: string;
};

/** An app as a whole: its fields, its looks, its process, its rights. */
export type AppDeclaration = {
  readonly model: AppModel;
  readonly name: string;
  readonly description: string;
  /** `APP1` to `APP90`. */
  readonly icon: string;
  readonly theme: "WHITE" | "BLUE" | "GREEN" | "YELLOW" | "RED" | "BLACK";
  readonly titleField: string;
  /** Allows 「レコードを再利用する」; kintone hides the link otherwise. */
  readonly reusable?: true;
  readonly layout: readonly LayoutItem[];
  readonly views: readonly ViewDeclaration[];
  readonly process?: ProcessDeclaration;
  readonly appRights: readonly AppRight[];
  /** The block for all other records; empty: no limits beyond the app's. */
  readonly recordRights: readonly RecordRight[];
  /** Blocks for some records; kintone takes the first that fits a record. */
  readonly recordRightsWhen?: readonly RecordRightBlock[];
  readonly fieldRights: readonly FieldRight[];
  readonly generalNotifications: readonly GeneralNotification[];
  readonly recordNotifications: readonly RecordNotification[];
  readonly reminders: readonly Reminder[];
};
