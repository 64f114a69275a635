import { date, number, radio, text } from "../../app-kit/define-fields.ts";

/** The firm, as the web form of the award asks for it. */
export const businessFields = {
  nominationKind: radio("推薦の区分", ["他薦", "自薦"], { required: true }),
  businessKind: radio("事業者の区分", ["法人", "個人事業主"], {
    required: true,
  }),
  registeredName: text("名称（登記上の表記・屋号）", { required: true }),
  nameKana: text("フリガナ"),
  corporateNumber: text("法人番号"),
  postalCode: text("郵便番号"),
  address: text("所在地"),
  representativeTitle: text("代表者 職名"),
  representativeName: text("代表者 氏名"),
  representativeKana: text("代表者 フリガナ"),
  industry: text("業種"),
  employees: number("従業員数", { unit: "人", digit: true, minValue: 0 }),
  capital: number("資本金", { unit: "円", digit: true, minValue: 0 }),
  foundedOn: date("設立年月日"),
  phone: text("電話"),
  email: text("E-mail"),
  url: text("URL"),
  contactPersonDepartment: text("窓口責任者 部署"),
  contactPersonName: text("窓口責任者 氏名"),
  contactPersonPhone: text("窓口責任者 電話"),
};
