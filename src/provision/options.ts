import { AppError } from "../errors/app-error.ts";
import type { Language, Message } from "../i18n/message.ts";
import { programmes } from "../programmes/index.ts";

type OptionSpec = Message & {
  /** Placeholder of the value in the help; absent for a flag. */
  readonly value?: string;
  /** Read where the option is not given. */
  readonly variable?: string;
};

const ids = programmes.map(({ id }) => id).join(", ");

/** Names and variables of the way to a site are those of cli-kintone. */
const OPTIONS = {
  plan: {
    ja: "計画を表示するだけで、何も変えません",
    en: "prints the plan and changes nothing",
  },
  prune: {
    ja: "この設定にないフィールドと一覧を削除します（確かめてから）",
    en: "deletes fields and views that are not ours, after a question",
  },
  yes: { ja: "確かめずに進みます", en: "asks no questions" },
  programme: {
    value: "ID",
    ja: `制度（${ids}。既定は ${programmes[0].id}）。ほかの制度のアプリと並べて作れます`,
    en: `programme (${ids}; default: ${programmes[0].id}); its apps stand beside those of others`,
  },
  "sample-edition": {
    ja: "募集回がなければ、サンプルのチェックシートの募集回を登録します",
    en: "adds an edition with the sample checklist where there is none",
  },
  "federation-group": {
    value: "CODE",
    ja: "県連のグループ（なければ作ります。既定は federation）",
    en: "group of the federation, made where it is missing (default: federation)",
  },
  "federation-organization": {
    value: "CODE",
    ja: "県連の組織（グループの代わりに、今ある組織を使います）",
    en: "existing organisation of the federation, in place of a group",
  },
  plugin: {
    value: "FILE",
    ja: "プラグインのファイル（既定は dist/plugin.zip）",
    en: "plugin file (default: dist/plugin.zip)",
  },
  "reinstall-plugin": {
    ja: "同じ内容のプラグインも読み込み直します",
    en: "sends the plugin although its contents are installed",
  },
  "replace-plugin": {
    ja: "別のIDで入っている同じプラグインと入れ替えます",
    en: "replaces the same plugin that is installed under another id",
  },
  "base-url": {
    value: "URL",
    variable: "KINTONE_BASE_URL",
    ja: "接続先",
    en: "address of the site",
  },
  username: {
    value: "NAME",
    variable: "KINTONE_USERNAME",
    ja: "ログイン名",
    en: "login name",
  },
  password: {
    value: "TEXT",
    variable: "KINTONE_PASSWORD",
    ja: "パスワード",
    en: "password",
  },
  "basic-auth-username": {
    value: "NAME",
    variable: "KINTONE_BASIC_AUTH_USERNAME",
    ja: "Basic認証のユーザー名",
    en: "user name of basic authentication",
  },
  "basic-auth-password": {
    value: "TEXT",
    variable: "KINTONE_BASIC_AUTH_PASSWORD",
    ja: "Basic認証のパスワード",
    en: "password of basic authentication",
  },
  "pfx-file-path": {
    value: "FILE",
    ja: "クライアント証明書のファイル",
    en: "client certificate file",
  },
  "pfx-file-password": {
    value: "TEXT",
    ja: "クライアント証明書のパスワード",
    en: "password of the client certificate",
  },
  proxy: {
    value: "URL",
    variable: "HTTPS_PROXY",
    ja: "プロキシサーバー",
    en: "address of a proxy server",
  },
  "guest-space-id": {
    value: "ID",
    variable: "KINTONE_GUEST_SPACE_ID",
    ja: "アプリを置くゲストスペース",
    en: "guest space that the apps are in",
  },
  help: { ja: "この説明を表示します", en: "prints this" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof OPTIONS;
export type Environment = Readonly<Record<string, string | undefined>>;

const specs: Readonly<Record<OptionName, OptionSpec>> = OPTIONS;
// Each key of the table is a name.
const names = Object.keys(OPTIONS) as OptionName[];

const toUsage = (name: OptionName): string =>
  [`--${name}`, specs[name].value].filter(Boolean).join(" ");

/** Options given on the command line; a flag has an empty value. */
export type GivenOptions = ReadonlyMap<OptionName, string>;

/** @param option - without its value, which may be a password */
const badOption = (option: string): AppError<"provision/bad-option"> =>
  new AppError("provision/bad-option", {
    option,
    known: names.map(toUsage).join(", "),
  });

/** @throws AppError `provision/bad-option` */
export const readOptions = (args: readonly string[]): GivenOptions => {
  const given = new Map<OptionName, string>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    const [head = "", inline] = arg.split(/[=](.*)/su);
    const name = names.find((known) => `--${known}` === head);
    if (name === undefined) throw badOption(head);
    const takesValue = specs[name].value !== undefined;
    const value = takesValue ? (inline ?? args[(at += 1)]) : inline;
    const isMissing = value === undefined || value.startsWith("--");
    if (takesValue === isMissing) throw badOption(head);
    given.set(name, value ?? "");
  }
  return given;
};

/** The option, else its variable; "" counts as not given. */
export const valueOf = (
  name: OptionName,
  given: GivenOptions,
  environment: Environment,
): string | undefined => {
  const { variable } = specs[name];
  const fallback =
    variable === undefined
      ? undefined
      : (environment[variable] ?? environment[variable.toLowerCase()]);
  return (given.get(name) ?? fallback) || undefined;
};

/** The text of `--help`. */
export const formatHelp = (language: Language): string =>
  [
    "npm run provision -- [options]",
    "",
    ...names.map((name) => {
      const { variable } = specs[name];
      const from = variable === undefined ? "" : ` [${variable}]`;
      return `  ${toUsage(name).padEnd(32)} ${specs[name][language]}${from}`;
    }),
  ].join("\n");
