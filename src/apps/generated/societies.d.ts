declare namespace suisen {
  interface SocietiesFields {
    name: kintone.fieldTypes.SingleLineText;
    code: kintone.fieldTypes.SingleLineText;
    kana: kintone.fieldTypes.SingleLineText;
    sortOrder: kintone.fieldTypes.Number;
    active: kintone.fieldTypes.RadioButton;

    organization: kintone.fieldTypes.OrganizationSelect;
    contactUsers: kintone.fieldTypes.UserSelect;
    supporters: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          memberName: kintone.fieldTypes.SingleLineText;
          memberAffiliation: kintone.fieldTypes.SingleLineText;
          memberContact: kintone.fieldTypes.SingleLineText;
        };
      }>;
    };
  }
  interface SavedSocietiesFields extends SocietiesFields {
    $id: kintone.fieldTypes.Id;
    $revision: kintone.fieldTypes.Revision;
    更新者: kintone.fieldTypes.Modifier;
    作成者: kintone.fieldTypes.Creator;
    レコード番号: kintone.fieldTypes.RecordNumber;
    更新日時: kintone.fieldTypes.UpdatedTime;
    作成日時: kintone.fieldTypes.CreatedTime;
  }
}
