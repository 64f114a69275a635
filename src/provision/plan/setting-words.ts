import type { Message } from "../../i18n/message.ts";

/** kintone's own words for the parts of a setting. */
const PARTS: Readonly<Record<string, Message>> = {
  label: { ja: "名前", en: "name" },
  name: { ja: "名前", en: "name" },
  required: { ja: "必須", en: "required" },
  unique: { ja: "値の重複を禁止", en: "no duplicates" },
  options: { ja: "選択肢", en: "choices" },
  defaultValue: { ja: "初期値", en: "default" },
  expression: { ja: "計算式", en: "formula" },
  type: { ja: "種類", en: "type" },
  unit: { ja: "単位", en: "unit" },
  minValue: { ja: "最小値", en: "least value" },
  maxValue: { ja: "最大値", en: "greatest value" },
  viewable: { ja: "閲覧", en: "view" },
  editable: { ja: "編集", en: "edit" },
  deletable: { ja: "削除", en: "delete" },
  appEditable: { ja: "アプリ管理", en: "manage the app" },
  recordViewable: { ja: "レコード閲覧", en: "view records" },
  recordAddable: { ja: "レコード追加", en: "add records" },
  recordEditable: { ja: "レコード編集", en: "edit records" },
  recordDeletable: { ja: "レコード削除", en: "delete records" },
  recordImportable: { ja: "ファイル読み込み", en: "import" },
  recordExportable: { ja: "ファイル書き出し", en: "export" },
  accessibility: { ja: "権限", en: "right" },
  entities: { ja: "対象", en: "for" },
  includeSubs: { ja: "下位組織も含む", en: "with organisations below" },
  filterCond: { ja: "条件", en: "condition" },
  notifications: { ja: "通知", en: "notices" },
  title: { ja: "通知内容", en: "text" },
  targets: { ja: "宛先", en: "to" },
  timing: { ja: "時期", en: "when" },
  daysLater: { ja: "日数", en: "days" },
  time: { ja: "時刻", en: "time" },
  fields: { ja: "項目", en: "fields" },
  sort: { ja: "並び順", en: "order" },
  index: { ja: "順番", en: "place" },
  order: { ja: "順番", en: "order" },
  states: { ja: "ステータス", en: "states" },
  actions: { ja: "アクション", en: "actions" },
  assignee: { ja: "作業者", en: "assignee" },
  description: { ja: "説明", en: "description" },
  icon: { ja: "アイコン", en: "icon" },
  theme: { ja: "デザイン", en: "theme" },
  federation: { ja: "県連", en: "federation" },
  everyone: { ja: "全員", en: "everybody" },
  CREATOR: { ja: "アプリ作成者", en: "creator" },
  organization: { ja: "商工会の組織", en: "the society's organisation" },
  lookup: { ja: "ルックアップ", en: "lookup" },
  fieldMappings: { ja: "ほかのフィールドのコピー", en: "copied fields" },
  lookupPickerFields: { ja: "選ぶときに見える項目", en: "fields to choose by" },
  referenceTable: { ja: "関連レコード", en: "related records" },
  displayFields: { ja: "項目", en: "fields" },
};

/** Names of an app's fields by their codes. */
export type Labels = ReadonlyMap<string, string>;

/** A part without its own word is a field, or a name that somebody gave. */
export const partName = (part: string, labels: Labels): Message => {
  const name = labels.get(part) ?? part;
  return PARTS[part] ?? { ja: name, en: name };
};

/** A long text is known by its beginning. */
const LONGEST = 80;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const THERE: Message = { ja: "あり", en: "there" };

/** Shown on the side on which a part is missing. */
export const NOT_THERE: Message = { ja: "なし", en: "none" };

const WORDS: Readonly<Record<string, Message>> = {
  true: { ja: "あり", en: "yes" },
  false: { ja: "なし", en: "no" },
};

const toText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(toText).join("、");
  return isObject(value)
    ? String(value.title ?? value.label ?? value.name ?? "")
    : String(value);
};

/**
 * A value as kintone's pages show it.
 *
 * @param name - the part that has the value; a value that only repeats it is there
 */
export const toShownValue = (value: unknown, name: string): Message => {
  const text = toText(value)
    .replace(/<[^>]*>/gu, "")
    .trim();
  if (text === "" || text === name) return THERE;
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return WORDS[text] ?? { ja: short, en: short };
};
