import type { SampleForm } from "./programme.ts";

export const form: SampleForm = {
  sheet: "宣言企業一覧",
  title: "健康企業宣言 宣言企業一覧",
  columns: [
    { heading: "No.", width: 5, isCentred: true },
    {
      heading: "商工会名",
      width: 16,
      key: "society.name",
    },
    {
      heading: "企業名\n（登記上の表記）",
      width: 28,
      key: "business.registeredName", required: true,
    },
    {
      heading: "所在地",
      width: 32,
      key: "business.address",
    },
    {
      heading: "従業員数",
      width: 10,
      isCentred: true,
      key: "business.employees",
    },
    {
      heading: "自己採点\n（100点満点）",
      width: 12,
      isCentred: true,
      key: "score.total",
    },
    {
      heading: "宣言登録日",
      width: 18,
      format: "wareki",
      isCentred: true,
      key: "declaration.registeredOn",
    },
    { heading: "備考", width: 26, key: "remarks" },
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
      label: "宣言企業数",
      labelArea: "A8:B8",
      area: "C8",
      key: "report.count",
      unitCell: "D8",
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
