import type {
  AppSettings,
  FieldProperty,
  FieldValue,
  JsonObject,
  StoredRecord,
  User,
} from "../../src/model/model.ts";
import type { ConditionContext } from "../../src/language/query/context.ts";

type Property = Omit<FieldProperty, "code" | "label" | "fields"> & {
  fields?: Record<string, Property>;
};

export const options = (...labels: string[]) =>
  Object.fromEntries(
    labels.map((label, i) => [label, { label, index: String(i) }]),
  );

const complete = (properties: Record<string, Property>) =>
  Object.fromEntries(
    Object.entries(properties).map(
      ([code, property]): [string, FieldProperty] => [
        code,
        {
          ...property,
          code,
          label: code,
          ...(property.fields && { fields: complete(property.fields) }),
        } as FieldProperty,
      ],
    ),
  );

const systemFields: Record<string, Property> = {
  レコード番号: { type: "RECORD_NUMBER" },
  作成者: { type: "CREATOR" },
  更新者: { type: "MODIFIER" },
  作成日時: { type: "CREATED_TIME" },
  更新日時: { type: "UPDATED_TIME" },
  ステータス: { type: "STATUS", enabled: false },
  作業者: { type: "STATUS_ASSIGNEE", enabled: false },
  カテゴリー: { type: "CATEGORY", enabled: false },
};

/** Settings of an app with these fields and the system ones. */
export const someSettings = (
  fields: Record<string, Property>,
  rest: Partial<AppSettings> = {},
): AppSettings => ({
  general: {
    numberPrecision: {
      digits: "16",
      decimalPlaces: "4",
      roundingMode: "HALF_EVEN",
    },
  },
  fields: complete({ ...systemFields, ...fields }),
  layout: [],
  views: {},
  process: { enable: false, states: null, actions: null },
  appAcl: [],
  recordAcl: [],
  fieldAcl: [],
  generalNotifications: { notifications: [], notifyToCommenter: true },
  perRecordNotifications: [],
  reminderNotifications: { timezone: "Asia/Tokyo", notifications: [] },
  reports: {},
  actions: {},
  customize: {},
  adminNotes: {},
  plugins: [],
  ...rest,
});

export const states = (...names: string[]): Record<string, JsonObject> =>
  Object.fromEntries(
    names.map((name, i) => [
      name,
      {
        name,
        index: String(i),
        assignee: { type: "ONE", entities: [] },
      },
    ]),
  );

export const aRecord = (
  id: number,
  values: Record<string, FieldValue> = {},
  rest: Partial<StoredRecord> = {},
): StoredRecord => ({
  id,
  revision: 1,
  values,
  creator: "sato",
  createdAt: "2026-04-20T00:00:00Z",
  modifier: "sato",
  updatedAt: "2026-04-20T00:00:00Z",
  status: null,
  assignees: [],
  statusHistory: [],
  comments: [],
  nextCommentId: 1,
  ...rest,
});

export const aUser = (code: string, rest: Partial<User> = {}): User => ({
  id: 1,
  code,
  name: code,
  password: code,
  email: "",
  timezone: "Asia/Tokyo",
  locale: "auto",
  valid: true,
  organizations: [],
  groups: [],
  isAdministrator: false,
  ...rest,
});

export const aContext = (
  rest: Partial<ConditionContext> = {},
): ConditionContext => {
  const user = rest.user ?? aUser("sato");
  return {
    user,
    now: Date.parse("2026-04-25T10:00:00Z"),
    users: new Map([
      [user.code, user],
      ["ito", aUser("ito", { id: 2 })],
    ]),
    organizations: new Map([
      ["sales", { id: 1, code: "sales", name: "営業", parentCode: null }],
    ]),
    groups: new Map([["staff", { id: 1, code: "staff", name: "職員" }]]),
    files: new Map(),
    appCode: "",
    ...rest,
  };
};
