import { FEDERATION_FIELDS } from "./federation-fields.ts";
import type { SampleForm } from "./programme.ts";

export const form: SampleForm = {
  sheet: "被表彰者名簿",
  title: "優良従業員表彰 被表彰者名簿",
  columns: [
    { heading: "No.", width: 5, isCentred: true },
    {
      heading: "商工会名",
      width: 16,
      key: "society.name",
    },
    {
      heading: "事業所名",
      width: 28,
      key: "business.registeredName", required: true,
    },
    {
      heading: "被表彰者氏名",
      width: 20,
      key: "person.name", required: true,
    },
    {
      heading: "被表彰者\nフリガナ",
      width: 22,
      key: "person.kana",
    },
    {
      heading: "入社年月日",
      width: 18,
      format: "wareki",
      isCentred: true,
      key: "person.hiredOn",
    },
    {
      heading: "勤続年数",
      width: 10,
      isCentred: true,
      key: "person.years",
    },
    {
      heading: "表彰の区分",
      width: 12,
      isCentred: true,
      key: "person.grade",
    },
  ],
  fields: [
    ...FEDERATION_FIELDS,
    {
      label: "被表彰者数",
      labelArea: "A8:B8",
      area: "C8",
      key: "report.personCount",
    },
    {
      label: "基準日",
      labelArea: "F8",
      area: "G8:H8",
      key: "edition.serviceDay",
      format: "wareki",
    },
    {
      label: "０件の場合の理由",
      labelArea: "A9:B9",
      area: "C9:H9",
      key: "report.noneReason",
    },
  ],
  notes: [],
};
