import { byText } from "./by-text.ts";
import { loosely } from "../values/character-forms.ts";
import { conceptsOf } from "./concepts.ts";

/** A printed label without its decoration. */
export type Label = {
  /** 「１． 事 業 所 名（登記上の表記）：」 → 事業所名 */
  readonly main: string;
  /** Text in brackets: 登記上の表記 */
  readonly notes: readonly string[];
};

const BRACKETS = /[([〔<]([^()[\]〔〕<>]*)[)\]〕>]/g;
// 1. (1) 1) ア. ① (NFKC: 1) ■ ◆ ・ at the front say only where in the list we are.
const NUMBERING =
  /^(?:[■□◆◇●◎○▼▽★☆※*・►▶♦#]+(?!の)|\(?(?:\d{1,2}|[アイウエオカキクケコ]|[一二三四五六七八九十]|[ivx]{1,3}|[a-z])[).、:]|\d{1,2}(?=[^\d.a-z年月日件番号人社桁つ]))+/;
// Circled and bracketed numbers, before NFKC makes plain digits of them.
const CIRCLED = /^[\s①-⒇❶-❿㈠-㈩⓪Ⅰ-Ⅻ]+[\s.．、]*/;
/** 「ありの場合」 before what is asked for then. */
const CONDITION =
  /^(?:(?:候補|該当)?(?:あり|有り?|ある))の?(?:場合|とき|方)(?:は|、|の|のみ)*(?=..)/;
const HONORIFIC = /^(?:ご|御|貴)(?=[^\d])/;
const POLITE = /[おご御](?=役職|名前|氏名|電話|担当|所属|部署|連絡先|住所)/g;
// 「法人番号※1」, 「従業員数(注2)」
const TAIL =
  /(?:[:。.*※・…‥]|[※*]\d{1,2}|\(?注\d{1,2}\)?|欄|及び|必須|任意|\(必須\))+$/;

// 「同 代表者名」: of the one above; but 同意 and 同上 are words.
const SAME = /^同じく|^同(?![意上封一じ行])(?=\p{Script=Han})/u;

/** 「貴社名をご記入ください」 */
const REQUEST =
  /を?(?:ご|御)?(?:記入|入力|記載|回答|お?教え|お?書き)(?:して|て)?(?:下さい|ください)[。]?$/;

const strip = (text: string): string =>
  text
    .replace(REQUEST, "")
    .replace(NUMBERING, "")
    .replace(CONDITION, "")
    .replace(SAME, "")
    .replace(TAIL, "")
    .replace(HONORIFIC, "")
    .replace(POLITE, "");

/** 「【必須】」, 「※」 before a line break. */
const DEMAND =
  /[[【［(（〔]\s*(?:必須|任意|required|optional)\s*[\]】］)）〕]|[※*＊](?=\s*\n)/gi;
/** English in a second line or after a slash that repeats the first. */
const ENGLISH = /(?<=\P{ASCII}.*)(?:\n|\s[/／]\s)\s*([ -~]+)$/u;

const NOTHING = /(?!)/;
const mayHaveEnglish = (text: string): boolean =>
  /[ -~]\s*$/.test(text) && /[\n／/]/.test(text);

/** The words by which a label is looked up. */
export const toLabel = byText((vocabulary, text): Label => {
  // 「代表者名\n※役職不要」, 「住所 ※法人は所在地」
  const own = text
    .replace(DEMAND, "")
    .replace(/(?<=\S)\s+※.*$/s, "")
    .replace(/(?<=\S)\s*\n\s*法人(?:にあって|の場合)は.*$/s, "")
    .replace(
      mayHaveEnglish(text) ? ENGLISH : NOTHING,
      (line, english: string, at: number, all: string) => {
        const known = conceptsOf(vocabulary, all.slice(0, at));
        return conceptsOf(vocabulary, english).every((one) =>
          known.includes(one),
        )
          ? ""
          : line;
      },
    );
  const plain = loosely(own.replace(CIRCLED, "")).replace(
    /[【】《》「」『』]/g,
    "",
  );
  const notes: string[] = [];
  const main = strip(plain.replace(NUMBERING, ""))
    .replace(BRACKETS, (_, note: string) => {
      notes.push(note);
      return "";
    })
    .replace(TAIL, "");
  // 「件（うち…」: a unit of the text before it, and a bracket that closes in another cell.
  if (main !== "") {
    const rest = main.replace(/^(?:[件社人名](?=\(?うち))?\(?/, "");
    return { main: strip(rest), notes };
  }
  const [first = "", ...others] = notes;
  return { main: strip(first), notes: others };
});
