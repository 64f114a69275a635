import type { AppKey } from "../../apps/index.ts";
import type { Message } from "../../i18n/message.ts";
import type { SettingKind, Step, Undeclared } from "./step.ts";

export const settingNames: Readonly<Record<SettingKind, Message>> = {
  general: { ja: "一般設定", en: "general settings" },
  process: { ja: "プロセス管理", en: "process management" },
  views: { ja: "一覧", en: "views" },
  appAcl: { ja: "アプリのアクセス権", en: "permissions for the app" },
  recordAcl: { ja: "レコードのアクセス権", en: "permissions for records" },
  fieldAcl: { ja: "フィールドのアクセス権", en: "permissions for fields" },
  generalNotifications: {
    ja: "アプリの条件通知",
    en: "general notifications",
  },
  recordNotifications: {
    ja: "レコードの条件通知",
    en: "record notifications",
  },
  reminders: { ja: "リマインダー", en: "reminders" },
};

type NameOf = (key: AppKey) => string;

const describeAppStep = (
  step: Extract<Step, { app: AppKey }>,
): { ja: string; en: string } => {
  switch (step.kind) {
    case "create-app":
      return { ja: "アプリを作成", en: "create the app" };
    case "add-fields": {
      const count = Object.keys(step.properties).length;
      return { ja: `フィールドを追加（${count}）`, en: `add ${count} fields` };
    }
    case "update-fields": {
      const codes = Object.keys(step.properties).join(", ");
      return { ja: `フィールドを変更（${codes}）`, en: `change ${codes}` };
    }
    case "delete-fields": {
      const codes = step.codes.join(", ");
      return { ja: `フィールドを削除（${codes}）`, en: `delete ${codes}` };
    }
    case "layout":
      return { ja: "フォームを配置", en: "lay out the form" };
    case "delete-views": {
      const names = step.names.join(", ");
      return { ja: `一覧を削除（${names}）`, en: `delete the views ${names}` };
    }
    case "add-edition": {
      const { name, checklist = [] } = step.edition;
      return checklist.length === 0
        ? {
            ja: `「${name}」を準備中で登録`,
            en: `add ${name}, in preparation`,
          }
        : {
            ja: `「${name}」を準備中で登録（サンプルのチェックシート ${checklist.length}項目）`,
            en: `add ${name}, in preparation, with the sample checklist of ${checklist.length} items`,
          };
    }
    case "record-plugin":
      return {
        ja: "読み込んだプラグインを説明に記録",
        en: "note the plugin in the description",
      };
    case "add-plugin":
      return { ja: "プラグインを追加", en: "add the plugin" };
    default: {
      const { ja, en } = settingNames[step.setting];
      return { ja: `${ja}を設定`, en: `set ${en}` };
    }
  }
};

/** One line of a printed plan. */
export const describeStep = (step: Step, nameOf: NameOf): Message => {
  switch (step.kind) {
    case "create-group":
      return {
        ja: `グループ「${step.name}」（${step.code}）を作成`,
        en: `create the group ${step.name} (${step.code})`,
      };
    case "install-plugin":
      return {
        ja: `プラグイン ${step.version} を読み込み`,
        en: `install the plugin, version ${step.version}`,
      };
    case "update-plugin":
      return {
        ja: `プラグインを ${step.version} に更新`,
        en: `update the plugin to version ${step.version}`,
      };
    case "remove-plugin":
      return {
        ja: `前のプラグイン「${step.name}」（${step.id}）を削除`,
        en: `remove the former plugin ${step.name} (${step.id})`,
      };
    case "deploy": {
      const names = step.apps.map(nameOf).join("、");
      return { ja: `設定を公開（${names}）`, en: `publish (${names})` };
    }
    default: {
      const { ja, en } = describeAppStep(step);
      const name = nameOf(step.app);
      return { ja: `${name}：${ja}`, en: `${name}: ${en}` };
    }
  }
};

export const describeUndeclared = (
  { app, what, name }: Undeclared,
  nameOf: NameOf,
): Message =>
  what === "field"
    ? {
        ja: `${nameOf(app)}：フィールド「${name}」はこの設定にありませんが、残します（--prune で削除）`,
        en: `${nameOf(app)}: field ${name} is not ours and stays (--prune deletes it)`,
      }
    : {
        ja: `${nameOf(app)}：一覧「${name}」はこの設定にありませんが、残します（--prune で削除）`,
        en: `${nameOf(app)}: view ${name} is not ours and stays (--prune deletes it)`,
      };
