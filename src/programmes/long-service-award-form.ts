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
    {
      label: "連合会名",
      labelArea: "A4:B4",
      area: "C4:D4",
      key: "federation.name",
    },
    {
      label: "報告日",
      labelArea: "F4",
      area: "G4:H4",
      key: "report.date",
      format: "wareki",
    },
    {
      label: "担当部署",
      labelArea: "A5:B5",
      area: "C5:D5",
      key: "federation.section",
    },
    {
      label: "電話番号",
      labelArea: "F5",
      area: "G5:H5",
      key: "federation.phone",
      format: "text",
    },
    {
      label: "担当者（氏名）",
      labelArea: "A6:B6",
      area: "C6:D6",
      key: "federation.contactName",
    },
    {
      label: "E-mail",
      labelArea: "F6",
      area: "G6:H6",
      key: "federation.email",
    },
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
