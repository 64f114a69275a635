declare namespace suisen {
  interface EditionsFields {
    name: kintone.fieldTypes.SingleLineText;
    programme: kintone.fieldTypes.SingleLineText;
    fiscalYear: kintone.fieldTypes.Number;
    editionState: kintone.fieldTypes.DropDown;
    opensOn: kintone.fieldTypes.Date;
    contactDate: kintone.fieldTypes.Date;
    registerDate: kintone.fieldTypes.Date;
    reportDate: kintone.fieldTypes.Date;
    caseDate: kintone.fieldTypes.Date;
    datesToConfirm: kintone.fieldTypes.MultiLineText;
    target: kintone.fieldTypes.Number;
    threshold: kintone.fieldTypes.Number;
    checklistStatus: kintone.fieldTypes.RadioButton;
    checklistVersions: kintone.fieldTypes.MultiLineText;
    federationName: kintone.fieldTypes.SingleLineText;
    federationSection: kintone.fieldTypes.SingleLineText;
    federationContactTitle: kintone.fieldTypes.SingleLineText;
    federationContactName: kintone.fieldTypes.SingleLineText;
    federationPhone: kintone.fieldTypes.SingleLineText;
    federationFax: kintone.fieldTypes.SingleLineText;
    federationEmail: kintone.fieldTypes.SingleLineText;
    federationAddress: kintone.fieldTypes.SingleLineText;
    federationHeadName: kintone.fieldTypes.SingleLineText;
    recipientName: kintone.fieldTypes.SingleLineText;
    recipientEmail: kintone.fieldTypes.SingleLineText;
    mailSubject: kintone.fieldTypes.SingleLineText;
    formMap: kintone.fieldTypes.MultiLineText;
    noneReason: kintone.fieldTypes.MultiLineText;
    noticeText: kintone.fieldTypes.MultiLineText;
    selfFormUrl: kintone.fieldTypes.SingleLineText;
    otherFormUrl: kintone.fieldTypes.SingleLineText;
    securityActionUrl: kintone.fieldTypes.SingleLineText;
    securityActionNote: kintone.fieldTypes.SingleLineText;
    publicRegisterUrl: kintone.fieldTypes.SingleLineText;
    changeOwed: kintone.fieldTypes.MultiLineText;

    contactUsers: kintone.fieldTypes.UserSelect;
    contactGroups: kintone.fieldTypes.GroupSelect;
    formFile: kintone.fieldTypes.File;
    noticeFiles: kintone.fieldTypes.File;
    checklist: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          itemId: kintone.fieldTypes.SingleLineText;
          itemArea: kintone.fieldTypes.DropDown;
          itemText: kintone.fieldTypes.SingleLineText;
          itemPoints: kintone.fieldTypes.Number;
        };
      }>;
    };
    changes: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          changedAt: kintone.fieldTypes.DateTime;
          changeState: kintone.fieldTypes.DropDown;
          changeText: kintone.fieldTypes.MultiLineText;

          changedBy: kintone.fieldTypes.UserSelect;
        };
      }>;
    };
    regionals: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          regionalBlock: kintone.fieldTypes.SingleLineText;
          regionalDate: kintone.fieldTypes.Date;
        };
      }>;
    };
    closedDays: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          closedDate: kintone.fieldTypes.Date;
          closedReason: kintone.fieldTypes.SingleLineText;
        };
      }>;
    };
  }
  interface SavedEditionsFields extends EditionsFields {
    $id: kintone.fieldTypes.Id;
    $revision: kintone.fieldTypes.Revision;
    更新者: kintone.fieldTypes.Modifier;
    作成者: kintone.fieldTypes.Creator;
    レコード番号: kintone.fieldTypes.RecordNumber;
    更新日時: kintone.fieldTypes.UpdatedTime;
    作成日時: kintone.fieldTypes.CreatedTime;
  }
}
