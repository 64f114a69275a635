declare namespace suisen {
  interface AnswersFields {
    societyCode: kintone.fieldTypes.SingleLineText;
    programme: kintone.fieldTypes.SingleLineText;
    answer: kintone.fieldTypes.RadioButton;
    answerDue: kintone.fieldTypes.Date;
    dueReason: kintone.fieldTypes.SingleLineText;
    remindOn: kintone.fieldTypes.Date;
    dayBeforeNotice: kintone.fieldTypes.DropDown;
    answerKey: kintone.fieldTypes.SingleLineText;
    reason: kintone.fieldTypes.MultiLineText;
    answeredOn: kintone.fieldTypes.Date;
    readOn: kintone.fieldTypes.Date;
    passedOn: kintone.fieldTypes.SingleLineText;
    edition: kintone.fieldTypes.SingleLineText;
    society: kintone.fieldTypes.SingleLineText;

    organization: kintone.fieldTypes.OrganizationSelect;
    answeredBy: kintone.fieldTypes.UserSelect;
    readBy: kintone.fieldTypes.UserSelect;
    chases: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          chasedOn: kintone.fieldTypes.Date;
          chaseText: kintone.fieldTypes.MultiLineText;

          chasedBy: kintone.fieldTypes.UserSelect;
        };
      }>;
    };
    history: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          pastAnswer: kintone.fieldTypes.SingleLineText;
          pastReason: kintone.fieldTypes.SingleLineText;
          pastOn: kintone.fieldTypes.Date;
          pastBy: kintone.fieldTypes.SingleLineText;
        };
      }>;
    };
    handIns: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          handInFirm: kintone.fieldTypes.SingleLineText;
          handInKind: kintone.fieldTypes.DropDown;
          handInText: kintone.fieldTypes.MultiLineText;
          handInState: kintone.fieldTypes.DropDown;

          handInFile: kintone.fieldTypes.File;
        };
      }>;
    };
  }
  interface SavedAnswersFields extends AnswersFields {
    $id: kintone.fieldTypes.Id;
    $revision: kintone.fieldTypes.Revision;
    更新者: kintone.fieldTypes.Modifier;
    作成者: kintone.fieldTypes.Creator;
    レコード番号: kintone.fieldTypes.RecordNumber;
    更新日時: kintone.fieldTypes.UpdatedTime;
    作成日時: kintone.fieldTypes.CreatedTime;
  }
}
