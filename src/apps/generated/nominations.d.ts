declare namespace suisen {
  interface NominationsFields {
    contactDue: kintone.fieldTypes.Date;
    registerDue: kintone.fieldTypes.Date;
    reportDue: kintone.fieldTypes.Date;
    caseDue: kintone.fieldTypes.Date;
    contactDone: kintone.fieldTypes.Date;
    registerDone: kintone.fieldTypes.Date;
    reportDone: kintone.fieldTypes.Date;
    caseDone: kintone.fieldTypes.Date;
    programme: kintone.fieldTypes.SingleLineText;
    recordKind: kintone.fieldTypes.DropDown;
    requiredScore: kintone.fieldTypes.Number;
    checklistKind: kintone.fieldTypes.RadioButton;
    societyCode: kintone.fieldTypes.SingleLineText;
    societyOrder: kintone.fieldTypes.Number;
    nominationKind: kintone.fieldTypes.RadioButton;
    businessKind: kintone.fieldTypes.RadioButton;
    registeredName: kintone.fieldTypes.SingleLineText;
    nameKana: kintone.fieldTypes.SingleLineText;
    corporateNumber: kintone.fieldTypes.SingleLineText;
    postalCode: kintone.fieldTypes.SingleLineText;
    address: kintone.fieldTypes.SingleLineText;
    representativeTitle: kintone.fieldTypes.SingleLineText;
    representativeName: kintone.fieldTypes.SingleLineText;
    representativeKana: kintone.fieldTypes.SingleLineText;
    industry: kintone.fieldTypes.SingleLineText;
    employees: kintone.fieldTypes.Number;
    capital: kintone.fieldTypes.Number;
    foundedOn: kintone.fieldTypes.Date;
    phone: kintone.fieldTypes.SingleLineText;
    email: kintone.fieldTypes.SingleLineText;
    url: kintone.fieldTypes.SingleLineText;
    contactPersonDepartment: kintone.fieldTypes.SingleLineText;
    contactPersonName: kintone.fieldTypes.SingleLineText;
    contactPersonPhone: kintone.fieldTypes.SingleLineText;
    nameCheck: kintone.fieldTypes.RadioButton;
    nameCheckedOn: kintone.fieldTypes.Date;
    nameCheckSource: kintone.fieldTypes.SingleLineText;
    confirmedName: kintone.fieldTypes.SingleLineText;
    confirmedNumber: kintone.fieldTypes.SingleLineText;
    confirmedKind: kintone.fieldTypes.SingleLineText;
    confirmedEdition: kintone.fieldTypes.SingleLineText;
    confirmedNomination: kintone.fieldTypes.SingleLineText;
    confirmedDates: kintone.fieldTypes.SingleLineText;
    consentNominate: kintone.fieldTypes.DropDown;
    consentShare: kintone.fieldTypes.DropDown;
    consentPublish: kintone.fieldTypes.DropDown;
    consentDate: kintone.fieldTypes.Date;
    consentPerson: kintone.fieldTypes.SingleLineText;
    consentStaff: kintone.fieldTypes.SingleLineText;
    consentMethod: kintone.fieldTypes.DropDown;
    securityActionStars: kintone.fieldTypes.DropDown;
    securityActionId: kintone.fieldTypes.SingleLineText;
    securityActionDate: kintone.fieldTypes.Date;
    verdict: kintone.fieldTypes.SingleLineText;
    registeredBy: kintone.fieldTypes.DropDown;
    receiptNumber: kintone.fieldTypes.SingleLineText;
    supporterName: kintone.fieldTypes.SingleLineText;
    supporterAffiliation: kintone.fieldTypes.SingleLineText;
    supporterContact: kintone.fieldTypes.SingleLineText;
    contest: kintone.fieldTypes.RadioButton;
    caseTitle: kintone.fieldTypes.SingleLineText;
    cloudServices: kintone.fieldTypes.MultiLineText;
    summary: kintone.fieldTypes.MultiLineText;
    priorDeclaration: kintone.fieldTypes.RadioButton;
    priorDifference: kintone.fieldTypes.MultiLineText;
    result: kintone.fieldTypes.DropDown;
    regionBlock: kintone.fieldTypes.DropDown;
    regionDate: kintone.fieldTypes.Date;
    modelCase: kintone.fieldTypes.DropDown;
    prize: kintone.fieldTypes.DropDown;
    prizeName: kintone.fieldTypes.SingleLineText;
    logoMark: kintone.fieldTypes.DropDown;
    publishText: kintone.fieldTypes.SingleLineText;
    publishAskedText: kintone.fieldTypes.SingleLineText;
    publishAskedOn: kintone.fieldTypes.Date;
    publishAnswer: kintone.fieldTypes.DropDown;
    publishAnsweredOn: kintone.fieldTypes.Date;
    publishState: kintone.fieldTypes.SingleLineText;
    withdrawnReason: kintone.fieldTypes.SingleLineText;
    remarks: kintone.fieldTypes.MultiLineText;
    federationNotes: kintone.fieldTypes.MultiLineText;
    edition: kintone.fieldTypes.SingleLineText;
    society: kintone.fieldTypes.SingleLineText;
    scoreTotal: kintone.fieldTypes.Calc;
    answeredCount: kintone.fieldTypes.Calc;

    organization: kintone.fieldTypes.OrganizationSelect;
    nameCheckedBy: kintone.fieldTypes.UserSelect;
    caseFile: kintone.fieldTypes.File;
    logoFile: kintone.fieldTypes.File;
    attachments: kintone.fieldTypes.File;
    checklist: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          itemId: kintone.fieldTypes.SingleLineText;
          itemArea: kintone.fieldTypes.SingleLineText;
          itemText: kintone.fieldTypes.SingleLineText;
          itemPoints: kintone.fieldTypes.Number;
          answer: kintone.fieldTypes.DropDown;
          evidence: kintone.fieldTypes.SingleLineText;
          earned: kintone.fieldTypes.Calc;
          answered: kintone.fieldTypes.Calc;
        };
      }>;
    };
    tellings: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          toldOn: kintone.fieldTypes.Date;
          toldTo: kintone.fieldTypes.DropDown;
          toldText: kintone.fieldTypes.MultiLineText;

          toldBy: kintone.fieldTypes.UserSelect;
        };
      }>;
    };
  }
  interface SavedNominationsFields extends NominationsFields {
    $id: kintone.fieldTypes.Id;
    $revision: kintone.fieldTypes.Revision;
    更新者: kintone.fieldTypes.Modifier;
    作成者: kintone.fieldTypes.Creator;
    レコード番号: kintone.fieldTypes.RecordNumber;
    更新日時: kintone.fieldTypes.UpdatedTime;
    作成日時: kintone.fieldTypes.CreatedTime;
  }
}
