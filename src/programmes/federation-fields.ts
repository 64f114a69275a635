import type { SampleForm } from "./programme.ts";

/** The sender and the date over a list of eight columns. */
export const FEDERATION_FIELDS: SampleForm["fields"] = [
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
];
