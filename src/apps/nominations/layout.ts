import type { LayoutCell, LayoutItem } from "../../app-kit/app-declaration.ts";
import { paperWordOf } from "../../programmes/index.ts";
import type { Programme } from "../../programmes/index.ts";
import {
  asksFor,
  hasAfterSheet,
  hasContest,
  hasPersons,
  hasRegistration,
  hasScore,
  hasSupporter,
  listIf,
} from "../parts/programme-parts.ts";
import { areaTotalCodes } from "./checklist-fields.ts";

const PANEL_WIDTH = 1000;

const space = (elementId: string, height: number): LayoutItem => ({
  row: [{ space: elementId, width: PANEL_WIDTH, height }],
});

const businessGroup: LayoutItem = {
  group: "businessGroup",
  label: "事業者の情報",
  open: true,
  rows: [
    ["postalCode", { code: "address", width: 480 }],
    ["representativeTitle", "representativeName", "representativeKana"],
    ["industry", "employees", "capital", "foundedOn"],
    ["phone", "email", "url"],
    ["contactPersonDepartment", "contactPersonName", "contactPersonPhone"],
  ],
};

const consentGroup: LayoutItem = {
  group: "consentGroup",
  label: "同意",
  open: true,
  rows: [
    [{ space: "suisenConsent", width: PANEL_WIDTH, height: 8 }],
    ["consentNominate", "consentShare", "consentPublish"],
    ["consentDate", "consentMethod", "consentPerson", "consentStaff"],
  ],
};

const securityGroup: LayoutItem = {
  group: "securityGroup",
  label: "SECURITY ACTION",
  open: true,
  rows: [
    [{ space: "suisenSecurity", width: PANEL_WIDTH, height: 56 }],
    ["securityActionStars", "securityActionId", "securityActionDate"],
  ],
};

const nameGroup: LayoutItem = {
  group: "nameGroup",
  label: "名称の確認（県連）",
  open: true,
  rows: [
    [{ space: "suisenName", width: PANEL_WIDTH, height: 8 }],
    ["nameCheck", "nameCheckedOn"],
    ["nameCheckedBy", "nameCheckSource"],
    [
      { code: "confirmedName", width: 360 },
      "confirmedNumber",
      "confirmedKind",
      "confirmedEdition",
    ],
    ["confirmedNomination", "confirmedDates"],
  ],
};

const registrationRows = (programme: Programme): string[][] => [
  ...listIf(hasRegistration(programme), ["registeredBy", "receiptNumber"]),
  ...listIf(hasSupporter(programme), [
    "supporterName",
    "supporterAffiliation",
    "supporterContact",
  ]),
];

const registrationGroup = (programme: Programme): LayoutItem[] => {
  const rows = registrationRows(programme);
  return listIf(rows.length > 0, {
    group: "registrationGroup",
    label: "登録",
    open: false,
    rows: [
      [{ space: "suisenRegistration", width: PANEL_WIDTH, height: 8 }],
      ...rows,
    ],
  });
};

const caseGroup = (programme: Programme): LayoutItem => ({
  group: "caseGroup",
  label: `取組と${paperWordOf(programme)}`,
  open: false,
  rows: [
    [{ space: "suisenCase", width: PANEL_WIDTH, height: 40 }],
    ["contest", { code: "caseTitle", width: 360 }, "caseFile"],
    ["cloudServices", "summary"],
    [{ space: "suisenDifference", width: PANEL_WIDTH, height: 8 }],
    ["priorDeclaration", "priorDifference"],
  ],
});

const outcomeRows: ReadonlyArray<readonly LayoutCell[]> = [
  [{ space: "suisenOutcome", width: PANEL_WIDTH, height: 120 }],
  ["result", "modelCase", "regionBlock", "regionDate"],
  ["prize", { code: "prizeName", width: 300 }, "logoMark", "logoFile"],
];

const outcomeGroup = (programme: Programme): LayoutItem => ({
  group: "outcomeGroup",
  label: "結果・備考",
  open: false,
  rows: [
    ...(hasAfterSheet(programme) ? outcomeRows : [["result"]]),
    [{ code: "withdrawnReason", width: 360 }],
    ["remarks", "attachments"],
  ],
});

const publicationGroup: LayoutItem = {
  group: "publicationGroup",
  label: "公表（県連）",
  open: false,
  rows: [
    [
      { code: "publishText", width: 480 },
      { code: "publishAskedText", width: 480 },
    ],
    ["publishAskedOn", "publishAnswer", "publishAnsweredOn", "publishState"],
  ],
};

const notesGroup: LayoutItem = {
  group: "notesGroup",
  label: "県連のメモ",
  open: false,
  rows: [["federationNotes"]],
};

const deadlineGroup = (programme: Programme): LayoutItem => ({
  group: "deadlineGroup",
  label: "期限と実施日",
  open: true,
  rows: [
    [{ space: "suisenDates", width: PANEL_WIDTH, height: 8 }],
    programme.milestones.map(({ id }) => `${id}Due`),
    programme.milestones.map(({ id }) => `${id}Done`),
  ],
});

const originGroup = (programme: Programme): LayoutItem => ({
  group: "originGroup",
  label: "募集回・商工会から写した項目",
  open: false,
  rows: [
    [
      ...listIf(hasScore(programme), "requiredScore", "checklistKind"),
      "programme",
      "recordKind",
    ],
    ["societyCode", "societyOrder", "organization"],
  ],
});

const checklistItems = (programme: Programme): LayoutItem[] =>
  listIf<LayoutItem>(
    hasScore(programme),
    space("suisenScore", 200),
    { table: "checklist" },
    {
      row: [
        "scoreTotal",
        ...areaTotalCodes(programme),
        "answeredCount",
        "verdict",
      ],
    },
  );

/**
 * The fields in the order of the work: firm, consent, SECURITY ACTION, checklist, and then what
 * the federation adds. The spaces belong to the plugin, which finds by them the fields that
 * follow. Without it they stay empty, and the form below them is still complete.
 */
export const createNominationLayout = (programme: Programme): LayoutItem[] => [
  space("suisenTop", 120),
  { row: ["edition", "society"] },
  { row: ["nominationKind", "businessKind"] },
  space("suisenFirm", 48),
  {
    row: [
      { code: "registeredName", width: 360 },
      { code: "nameKana", width: 300 },
      { code: "corporateNumber", width: 180 },
    ],
  },
  space("suisenPrior", 56),
  businessGroup,
  consentGroup,
  ...listIf(asksFor(programme, "securityAction"), securityGroup),
  ...listIf(hasPersons(programme), { table: "persons" }),
  ...checklistItems(programme),
  deadlineGroup(programme),
  nameGroup,
  ...listIf(hasRegistration(programme), space("suisenTransfer", 48)),
  ...registrationGroup(programme),
  ...listIf(hasContest(programme), caseGroup(programme)),
  outcomeGroup(programme),
  ...listIf<LayoutItem>(
    hasAfterSheet(programme),
    { table: "tellings" },
    publicationGroup,
  ),
  notesGroup,
  space("suisenContact", 80),
  { row: ["sameFirm"] },
  { row: ["societyAnswers"] },
  { row: ["editionDeliveries"] },
  originGroup(programme),
];
