import type { IsoDate, KeyInfo } from "excel-form";
import { CASE, FEDERATION, NAME, ORG, SELF } from "./label-words.ts";
import type { LabelsOf } from "./label-words.ts";
import { hasContest, hasPersons } from "../apps/parts/programme-parts.ts";
import type { Programme } from "../programmes/index.ts";
import { milestoneOf } from "./cycle.ts";
import { dateOf } from "./milestone-dates.ts";
import { personsOf } from "./person-years.ts";
import type { Edition, Nomination } from "./model.ts";
import type { ReportEntry } from "./report-selection.ts";
import type {
  FieldOrPart,
  OfSomeProgrammes,
  ReportValue,
} from "./value-source.ts";

export type ReportFacts = {
  readonly programme: Programme;
  readonly edition: Omit<
    Edition,
    "closedDays" | "contactUsers" | "contactGroups" | "formFile"
  >;
  readonly entries: ReadonlyArray<ReportEntry<Nomination>>;
  readonly caseCount: number;
  /** The day of the report, in the user's time zone. */
  readonly today: IsoDate;
};

/** A value of the report as a whole, and the edition's field it comes from. */
export type ScalarValue = OfSomeProgrammes & {
  /** The field to change so that the value changes; null when there is none. */
  readonly field: FieldOrPart<keyof ReportFacts["edition"]>;
  readonly read: (facts: ReportFacts) => ReportValue;
};

type TextOrNumber = {
  [
    K in keyof ReportFacts["edition"]
  ]: ReportFacts["edition"][K] extends ReportValue ? K : never;
}[keyof ReportFacts["edition"]];

const ofEdition = (field: TextOrNumber): ScalarValue => ({
  field,
  read: ({ edition }) => edition[field] ?? null,
});

const counted = (read: ScalarValue["read"]): ScalarValue => ({
  field: null,
  read,
});

const noneReason: ScalarValue = {
  field: "noneReason",
  // A reason for having none would contradict a list with firms.
  read: ({ entries, edition }) =>
    entries.length === 0 ? edition.noneReason : "",
};

/** The values of the report as a whole: its sender, its counts, its edition. */
export const SCALAR_VALUES = {
  "federation.name": {
    type: "text",
    group: "cover",
    label: { ja: "連合会名", en: "Federation" },
    role: "sender.name",
    shape: "orgName",
    ...ofEdition("federationName"),
  },
  "federation.section": {
    type: "text",
    group: "cover",
    label: { ja: "担当部署", en: "Section" },
    role: "sender.section",
    ...ofEdition("federationSection"),
  },
  "federation.contactTitle": {
    type: "text",
    group: "cover",
    label: { ja: "担当者の職", en: "Title" },
    role: "sender.contactTitle",
    ...ofEdition("federationContactTitle"),
  },
  "federation.contactName": {
    type: "text",
    group: "cover",
    label: { ja: "担当者の氏名", en: "Contact" },
    role: "sender.contactName",
    ...ofEdition("federationContactName"),
  },
  "federation.phone": {
    type: "digits",
    group: "cover",
    label: { ja: "電話（連合会）", en: "Phone" },
    role: "sender.phone",
    shape: "phone",
    boxes: [10, 11],
    ...ofEdition("federationPhone"),
  },
  "federation.fax": {
    type: "digits",
    group: "cover",
    label: { ja: "FAX（連合会）", en: "Fax" },
    role: "sender.fax",
    shape: "phone",
    boxes: [10, 11],
    ...ofEdition("federationFax"),
  },
  "federation.email": {
    type: "text",
    group: "cover",
    label: { ja: "E-mail（連合会）", en: "E-mail" },
    role: "sender.email",
    shape: "email",
    ...ofEdition("federationEmail"),
  },
  "federation.address": {
    type: "text",
    group: "cover",
    label: { ja: "所在地（連合会）", en: "Address" },
    role: "sender.address",
    shape: "address",
    ...ofEdition("federationAddress"),
  },
  "federation.headName": {
    type: "text",
    group: "cover",
    label: { ja: "会長名", en: "President" },
    role: "sender.headName",
    ...ofEdition("federationHeadName"),
  },
  "report.date": {
    type: "date",
    group: "cover",
    label: { ja: "報告日", en: "Date of report" },
    role: "letter.date",
    isOnAnyForm: true,
    ...counted(({ today }) => today),
  },
  "edition.name": {
    type: "text",
    group: "cover",
    label: { ja: "募集回", en: "Edition" },
    ...ofEdition("name"),
  },
  "edition.fiscalYear": {
    type: "number",
    group: "cover",
    label: { ja: "年度", en: "Fiscal year" },
    role: "letter.year",
    shape: "fiscalYear",
    ...ofEdition("fiscalYear"),
  },
  "edition.deadline": {
    type: "date",
    group: "cover",
    label: { ja: "提出期限", en: "Deadline" },
    field: (programme) => {
      const milestone = milestoneOf(programme, "report");
      return milestone === undefined ? null : `${milestone.id}Date`;
    },
    read: ({ programme, edition }) =>
      dateOf(edition, milestoneOf(programme, "report")),
  },
  "report.count": {
    type: "number",
    group: "counts",
    label: { ja: "他薦件数", en: "Nominations" },
    ...counted(({ entries }) => entries.length),
  },
  "report.caseCount": {
    isOf: hasContest,
    type: "number",
    group: "counts",
    label: { ja: "うち実践事例", en: "With a practice case" },
    ...counted(({ caseCount }) => caseCount),
  },
  "report.personCount": {
    isOf: hasPersons,
    type: "number",
    group: "counts",
    label: { ja: "表彰する従業員の人数", en: "People honoured" },
    ...counted(({ programme, entries }) =>
      entries.reduce(
        (count, { nomination }) =>
          count + personsOf(programme, nomination).length,
        0,
      ),
    ),
  },
  "edition.serviceDay": {
    isOf: hasPersons,
    type: "date",
    group: "cover",
    label: { ja: "勤続年数の基準日", en: "Base date" },
    ...ofEdition("serviceDay"),
  },
  "report.noneReason": {
    type: "text",
    group: "counts",
    label: { ja: "0件の場合の理由", en: "Reason for none" },
    isForEmptyList: true,
    ...noneReason,
  },
} as const satisfies Readonly<Record<string, KeyInfo & ScalarValue>>;

const BY_KEY: Readonly<Record<string, ScalarValue | undefined>> = SCALAR_VALUES;

/** Undefined for a key of any other kind. */
export const scalarValueOf = (key: string): ScalarValue | undefined =>
  BY_KEY[key];

/** The labels by which forms ask for these values, as patterns. */
export const scalarLabels = () =>
  ({
    "federation.name": {
      asks: [
        `(?:推薦元?|報告|回答|提出)?の?${FEDERATION}(?:等)?${NAME}?`,
        `会${NAME}|(?:推薦|報告|回答|提出|応募|申請|申込|届出|通知|作成|記入|送付|送信|発信|所属|担当|連絡)?(?:元|者)?の?(?:団体|機関|組織)${NAME}|(?:推薦|報告|回答|提出|届出|申込|作成|送付)(?:団体|機関|元)`,
      ],
    },
    "federation.headName": {
      asks: [
        `(?:${FEDERATION}|団体|機関)?(?:会長|理事長|団体長|連合会長)(?:職)?(?:・)?の?(?:名|氏名)?|(?:団体|機関)の?代表者?の?(?:名|氏名)?`,
      ],
    },
    "report.date": {
      asks: [
        "(?:(?:本|この)?(?:リスト|一覧表?|名簿|調書|様式|書類)の?)?(?:届出)?(?:報告|回答|作成|提出|記入|入力|送信|発信|送付|返信|返送|記載|届出|回報|調査票記入|報告書作成|申請|申込|応募|届け出|提出・申請|ご?依頼)(?:書)?の?(?:年月日|日付|日)",
      ],
    },
    "edition.name": {
      asks: [
        "募集回名?|公募名|表彰名称?|表彰制度名?|募集名|賞の?名称?|制度名|表彰(?:事業|制度)?の名称|応募(?:する)?表彰名?",
      ],
    },
    "edition.fiscalYear": {
      asks: ["(?:実施|対象|募集|推薦|表彰|該当)?年度"],
    },
    "edition.deadline": {
      asks: [
        "(?:提出|回答|報告|応募|推薦)?(?:期限|締切|締切日|〆切|期日|締め切り)",
      ],
    },
    "report.count": {
      asks: [
        // 「店舗数」 alone counts the shops of one firm.
        `(?!(?:店舗|商店)(?:等)?の?(?:総?数|合計))(?:合計|今年度に?|本年度に?)?(?:(?:${SELF}|自薦・他薦|候補|応募|登録|該当|被推薦|申請|報告|提出|送付)(?:${SELF}|候補|登録|申請|した|する|行った|行なった|により|による|を|で|の|済み?|者)*)?(?:${ORG})?の?(?:件数|社数|総数|合計数|合計件数|総件数|数)(?:合計|計)?|合計件数|件数(?:合計|計)|(?:あり|有り?|ある|該当あり|候補あり)の?場合(?:は|、|の|その)*(?:件数|社数|数)`,
      ],
    },
    "report.caseCount": {
      asks: [
        `(?:うち|内)?、?(?:.{0,6})?(?:${CASE}|事例)(?:を|の|も)?(?:提出|応募|あり|有り?|予定|登録|する|の|見込み?|件数|企業|事業所|事業者|・)*(?:の)?(?:件数|数|企業数|事業所数|事業者数)|(?:うち|内)、?.{0,8}事例.{0,14}`,
      ],
    },
    "report.personCount": {
      asks: ["(?:被表彰者|表彰対象者|被表彰従業員)の?(?:人数|総数|数)"],
    },
    "edition.serviceDay": {
      asks: ["(?:勤続(?:年数)?の?)?基準日"],
    },
    "report.noneReason": {
      asks: [
        "(?!.*(?:伸び|増え|進ま|広が|少な|足り|知ら)).*(?:0件|ゼロ|零件|該当なし|該当無し|該当がない|候補なし|推薦なし|(?:推薦|候補|登録|該当|件数)[^、。]{0,12}(?:ない|無い|なかった|0|ゼロ|なし))[^、。]{0,6}(?:場合|とき|時|際)?(?:は|、|の|に|差し支えなければ|その)*(?:理由|事由|わけ).*|(?:該当なし|未推薦|未登録|推薦なし|0件)の?理由|(?:他薦|推薦|登録|候補|該当)(?:者|企業|事業者)?[がの]?(?:ない|無い|なかった)理由|(?:推薦|候補|該当|登録)[^。]{0,12}(?:ない|無い|なし)[^。]{0,20}(?:理由|事由|事情)|(?:なし|無し?|ない|無い)の?場合(?:は|、|の|その)*理由|(?:他薦|推薦|登録)を?(?:行わ|行な[わっ]|し)(?:な|て[いな])[^、。]{0,4}理由",
      ],
    },
  }) as const satisfies LabelsOf<keyof typeof SCALAR_VALUES>;
