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
};

/** A part without a word of its own is a name that somebody gave. */
export const partName = (part: string): Message =>
  PARTS[part] ?? { ja: part, en: part };

/** A long text is known by its beginning. */
const LONGEST = 80;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const WORDS: Readonly<Record<string, string>> = { true: "あり", false: "なし" };

const THERE = "あり";

/** A part that is there as a whole is named before already. */
const toText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(toText).join("、");
  return isObject(value)
    ? String(value.title ?? value.label ?? value.name ?? THERE)
    : String(value);
};

/** A value as kintone's pages show it. */
export const toShownValue = (value: unknown): string => {
  const text = toText(value)
    .replace(/<[^>]*>/gu, "")
    .trim();
  return (
    WORDS[text] ?? (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
  );
};
