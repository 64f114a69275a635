import type {
  RowProblem,
  RowProblemCode,
} from "../domain/imports/row-problem.ts";
import type { Message } from "../i18n/message.ts";

type About = { readonly text: string; readonly other: string };

/** Cuts a text that would fill the screen. */
const short = (text: string): string =>
  text.length > 40 ? `${text.slice(0, 40)}…` : text;

const sentences: Readonly<Record<RowProblemCode, (about: About) => Message>> = {
  nameMissing: () => ({
    ja: "商工会名が空です。",
    en: "The name is blank.",
  }),
  tooLong: ({ text }) => ({
    ja: `「${text}」は長すぎます。64文字までにしてください。`,
    en: `“${text}” is longer than 64 characters.`,
  }),
  twice: ({ text, other }) => ({
    ja:
      other === ""
        ? `「${text}」は、上の行と同じ商工会です。`
        : `「${text}」は、${other}行目と同じです。`,
    en:
      other === ""
        ? `“${text}” is the society of a row above.`
        : `“${text}” is in row ${other} already.`,
  }),
  notNumber: ({ text }) => ({
    ja: `並び順「${text}」を数として読めません。`,
    en: `The order “${text}” is no number.`,
  }),
  codeTaken: ({ text, other }) => ({
    ja: `コード「${text}」は「${other}」が使っています。`,
    en: `The code “${text}” belongs to ${other}.`,
  }),
  organizationMissing: ({ text }) => ({
    ja: `組織「${text}」がcybozu.comにありません。組織をつくるか、名前を直してください。`,
    en: `There is no organisation “${text}” on this site. Make it, or correct the name.`,
  }),
  organizationAmbiguous: ({ text }) => ({
    ja: `「${text}」という組織が2つ以上あります。一覧の「組織」の列に、組織コードを入れてください。`,
    en: `There are several organisations “${text}”. Put the organisation's code into the list.`,
  }),
  organizationNone: ({ text }) => ({
    ja: `「${text}」という組織がcybozu.comにありません。「cybozu.com共通管理」の「組織/ユーザー」でつくってから、もう一度読み込んでください。`,
    en: `There is no organisation “${text}” on this site. Make it in the cybozu.com administration and read the list again.`,
  }),
  userBlank: () => ({
    ja: "担当者が空です。",
    en: "The contact is blank.",
  }),
  societyMissing: ({ text }) => ({
    ja:
      text === ""
        ? "商工会名が空です。"
        : `商工会「${text}」が登録されていません。先に商工会を取り込むか、名前を直してください。`,
    en:
      text === ""
        ? "The society is blank."
        : `The society “${text}” is not entered. Import the societies first, or correct the name.`,
  }),
  userMissing: ({ text }) => ({
    ja: `担当者「${text}」が見つかりません。ログイン名、メールアドレス、表示名のどれかで書いてください。`,
    en: `There is no user “${text}”. Write a login name, a mail address or a display name.`,
  }),
  userAmbiguous: ({ text }) => ({
    ja: `「${text}」という名前のユーザーが2人以上います。ログイン名で書いてください。`,
    en: `Several users are called “${text}”. Write the login name.`,
  }),
  stateUnknown: ({ text }) => ({
    ja: `状態「${text}」を読めません。「有効」か「統合・廃止」と書いてください。`,
    en: `The state “${text}” is unknown. Write 有効 or 統合・廃止.`,
  }),
  areaUnknown: ({ text }) => ({
    ja:
      text === ""
        ? "分野が書かれていません。"
        : `分野「${text}」は、この制度の分野のどれでもありません。`,
    en:
      text === ""
        ? "There is no area."
        : `“${text}” is none of the programme's areas.`,
  }),
  itemMissing: () => ({
    ja: "項目の文がありません。",
    en: "The item has no text.",
  }),
  pointsUnknown: ({ text }) => ({
    ja:
      text === ""
        ? "配点がありません。"
        : `配点「${text}」を0以上の数として読めません。`,
    en:
      text === ""
        ? "There are no points."
        : `“${text}” is no number of points.`,
  }),
  firmMissing: () => ({
    ja: "事業者名が空です。",
    en: "The firm is blank.",
  }),
  editionUnknown: ({ text }) => ({
    ja:
      text === ""
        ? "年度が空です。"
        : `「${text}」を年度として読めず、その名前の募集回もありません。`,
    en:
      text === ""
        ? "The year is blank."
        : `“${text}” is no year, and no edition of that name.`,
  }),
  editionRunning: ({ text }) => ({
    ja: `「${text}」は終わっていません。取り込めるのは、終わった募集回と年度だけです。`,
    en: `“${text}” is not over. Only editions and years that are over can be imported.`,
  }),
  numberUnknown: ({ text }) => ({
    ja: `法人番号「${text}」は、正しい13桁の番号ではありません。`,
    en: `“${text}” is no corporate number.`,
  }),
  dayUnknown: ({ text }) => ({
    ja: `登録日「${text}」を日付として読めません。`,
    en: `“${text}” is no date.`,
  }),
  weekdayDiffers: ({ text }) => ({
    ja: `登録日「${text}」の曜日が日付と合いません。日付のほうを取り込みます。`,
    en: `The weekday of “${text}” is not the day's. The date is imported.`,
  }),
};

/** A row's problem as one sentence that names the row. */
export const rowProblemSentence = ({
  row,
  code,
  text,
  other = "",
}: RowProblem): Message => {
  const { ja, en } = sentences[code]({
    text: short(text),
    other: short(other),
  });
  return { ja: `${row}行目：${ja}`, en: `Row ${row}: ${en}` };
};

/** Rows named after the first one of the same problem; the others are a number. */
const SHOWN_ROWS = 5;

/** One sentence for each kind of problem: a society that is missing concerns hundreds of rows. */
export const rowProblemSentences = (
  problems: readonly RowProblem[],
): Message[] => {
  const groups = new Map<string, RowProblem[]>();
  for (const problem of problems) {
    const { code, text, other } = problem;
    const key = JSON.stringify([code, text, other]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [problem]);
    else known.push(problem);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { ja, en } = rowProblemSentence(first);
    if (others.length === 0) return [{ ja, en }];
    const rows = others.slice(0, SHOWN_ROWS).map(({ row }) => row);
    const more = others.length > SHOWN_ROWS ? "…" : "";
    return [
      {
        ja: `${ja}ほか${others.length}行も同じです（${rows.join("、")}${more}行目）。`,
        en: `${en} The same in ${others.length} more (rows ${rows.join(", ")}${more}).`,
      },
    ];
  });
};
