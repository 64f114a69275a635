import type {
  AppSettings,
  Group,
  Organization,
  StoredFile,
  StoredRecord,
  User,
} from "../../model/model.ts";

type Visibility = boolean | ((record: StoredRecord) => boolean);

/** Inputs of a condition beside the record. */
export type ConditionContext = {
  /** User whose time zone and LOGINUSER() count. */
  user: User;
  /** Milliseconds since the epoch, by the site's clock. */
  now: number;
  users: ReadonlyMap<string, User>;
  organizations: ReadonlyMap<string, Organization>;
  groups: ReadonlyMap<string, Group>;
  files: ReadonlyMap<string, StoredFile>;
  /** App code, for record numbers like `CODE-12`. */
  appCode: string;
  /** Tells whether the asker may see a field: in all records, in none, or in some. */
  visibility?: (code: string) => Visibility;
  /** Records of another app that the asker may see; without it `related.field` is refused. */
  related?: (app: number) => RelatedRecords | null;
  /** Conditions of settings: unknown users fail silently there, for people leave. */
  isStored?: boolean;
};

export type RelatedRecords = {
  settings: AppSettings;
  appCode: string;
  records: Iterable<StoredRecord>;
  visibility: (code: string) => Visibility;
};
