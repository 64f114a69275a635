import { FEDERATION_FIELDS } from "./federation-fields.ts";
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
    ...FEDERATION_FIELDS,
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
