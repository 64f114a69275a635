declare namespace suisen {
  interface DeliveriesFields {
    programme: kintone.fieldTypes.SingleLineText;
    deliveryKind: kintone.fieldTypes.RadioButton;
    madeAt: kintone.fieldTypes.DateTime;
    formName: kintone.fieldTypes.SingleLineText;
    formHash: kintone.fieldTypes.SingleLineText;
    mapVersion: kintone.fieldTypes.SingleLineText;
    resultHash: kintone.fieldTypes.SingleLineText;
    nominationCount: kintone.fieldTypes.Number;
    caseCount: kintone.fieldTypes.Number;
    noneReason: kintone.fieldTypes.MultiLineText;
    warningReason: kintone.fieldTypes.MultiLineText;
    entryKey: kintone.fieldTypes.SingleLineText;
    proof: kintone.fieldTypes.MultiLineText;
    deliveryState: kintone.fieldTypes.DropDown;
    sentAt: kintone.fieldTypes.DateTime;
    sentTo: kintone.fieldTypes.SingleLineText;
    edition: kintone.fieldTypes.SingleLineText;

    madeBy: kintone.fieldTypes.UserSelect;
    reportFile: kintone.fieldTypes.File;
    included: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          nominationId: kintone.fieldTypes.SingleLineText;
          nominationRevision: kintone.fieldTypes.SingleLineText;
          nominationDigest: kintone.fieldTypes.SingleLineText;
          nominationName: kintone.fieldTypes.SingleLineText;
          nominationSociety: kintone.fieldTypes.SingleLineText;
          stateBefore: kintone.fieldTypes.SingleLineText;
          reportedBefore: kintone.fieldTypes.SingleLineText;
        };
      }>;
    };
    sendHistory: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          sendEvent: kintone.fieldTypes.DropDown;
          sendEventAt: kintone.fieldTypes.DateTime;
          sendEventReason: kintone.fieldTypes.SingleLineText;

          sendEventBy: kintone.fieldTypes.UserSelect;
        };
      }>;
    };
  }
  interface SavedDeliveriesFields extends DeliveriesFields {
    $id: kintone.fieldTypes.Id;
    $revision: kintone.fieldTypes.Revision;
    更新者: kintone.fieldTypes.Modifier;
    作成者: kintone.fieldTypes.Creator;
    レコード番号: kintone.fieldTypes.RecordNumber;
    更新日時: kintone.fieldTypes.UpdatedTime;
    作成日時: kintone.fieldTypes.CreatedTime;
  }
}
