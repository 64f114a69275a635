import type { Message } from "../i18n/message.ts";

/** The actor who reaches a milestone. */
export type Actor =
  | "society"
  | "societyOrFederation"
  | "federation"
  | "business";

/**
 * The consequence of a missed date: `allowed` late but usable,
 * `allowedAfterReport` valid but missing from the report already sent,
 * `overdue` has to be made good, `closed` nothing more can be done.
 */
type Lateness = "allowed" | "allowedAfterReport" | "overdue" | "closed";

/**
 * The part of a milestone in the cycle of an edition, at most one milestone
 * each: `answer` a society answers by it and names its candidates,
 * `registration` a nomination is entered with the award's office, `report` the
 * federation mails its sheet, `case` a firm of the contest hands in its case.
 * A programme may lack any of them, and have milestones without a part.
 */
export type MilestonePart = "answer" | "registration" | "report" | "case";

/** A condition of the registration. */
export type Requirement = "consent" | "score" | "securityAction" | "nameCheck";

/** The process action that reaches a milestone, and the state it leads to. */
export type Step = {
  readonly action: string;
  readonly state: string;
  /** For readers of English; kintone shows `state`. */
  readonly stateInEnglish?: string;
  readonly performer: "anyone" | "federation";
  /** `prerequisites` means those of the programme. */
  readonly requires: ReadonlyArray<Requirement | "prerequisites">;
};

export type Milestone = {
  /** Field codes derive from it: `<id>Date`, `<id>Due`, `<id>Done`. */
  readonly id: string;
  readonly label: Message;
  /** Rules that are about one part of the cycle find their milestone by it. */
  readonly part?: MilestonePart;
  readonly actor: Actor;
  readonly lateness: Lateness;
  /** Said of a missed date; a sentence about its lateness when absent. */
  readonly lateNote?: Message;
  /** Tells the actor what to do; the button of the step is named when absent. */
  readonly instruction?: Message;
  /** `edition`: done once for the whole edition, not per nomination. */
  readonly scope: "nomination" | "edition";
  /** Only for nominations that enter the contest. */
  readonly optional: boolean;
  readonly remindDaysBefore: number;
  /** Milestones without a step are reached outside the process. */
  readonly step?: Step;
};

type Area = {
  readonly id: string;
  readonly name: Message;
  /** Regular expressions of the labels by which forms ask for its score; its name when absent. */
  readonly asks?: readonly string[];
  /** Points that this area needs by itself, besides the threshold of the whole. */
  readonly minimum?: number;
};

export type ChecklistItem = {
  readonly id: string;
  /** An area's id. */
  readonly area: string;
  readonly text: string;
  readonly points: number;
};

export type ChecklistPreset = {
  /** サンプル is our own wording and says so wherever it shows. */
  readonly status: "サンプル" | "公式";
  readonly items: readonly ChecklistItem[];
};

/** The number format of a place; General when absent. */
type SampleFormat = "wareki" | "text";

/** A column of the list; the first is A. */
type SampleColumn = {
  readonly heading: string;
  /** Characters, as Excel counts them. */
  readonly width: number;
  readonly format?: SampleFormat;
  readonly choices?: readonly string[];
  readonly isCentred?: boolean;
  /** Absent for the numbers of the rows. */
  readonly key?: string;
  readonly text?: string;
  readonly required?: boolean;
};

/** A label and its place above the list, as areas such as `A4:B4`. */
type SampleField = {
  readonly label: string;
  readonly labelArea: string;
  readonly area: string;
  readonly key: string;
  readonly format?: SampleFormat;
  /** The cell that says 件. */
  readonly unitCell?: string;
};

/** Everything in which the sample form of one programme differs from another's. */
export type SampleForm = {
  readonly sheet: string;
  readonly title: string;
  readonly columns: readonly SampleColumn[];
  readonly fields: readonly SampleField[];
  /** Below the list, after the line that calls the form a sample. */
  readonly notes: readonly string[];
};

/** An edition with known dates, so that they need not be typed. */
type EditionPreset = {
  readonly name: string;
  readonly fiscalYear: number;
  /** `YYYY-MM-DD` by milestone id. */
  readonly dates: Readonly<Record<string, string>>;
};

/** The Excel form that the federation hands in. */
type Sheet = {
  /** Name of the sheet in apps and on screens, such as 状況回答シート. */
  readonly name: string;
  /** Title on the form and name of the file. */
  readonly title: string;
};

/** The award's own words where the plain ones do not fit. */
type OwnWords = {
  /** Names one entry in counts and labels, such as 他薦; 推薦 when absent. */
  readonly entry?: string;
  /** Names the deed of an earlier edition, such as 宣言; 推薦 when absent. */
  readonly earlier?: string;
  /** Names the paper that the part `case` asks for, such as 実践事例; 応募書類 when absent. */
  readonly paper?: string;
  /** Topic of the covering mail; the name of the sheet when absent. */
  readonly reported?: string;
};

/** People of a firm who are honoured for their years of service. */
type Persons = {
  /** Years that are honoured, in rising order. */
  readonly grades: readonly number[];
};

/** A regional final, and the prefectures that belong to it by default. */
type RegionBlock = {
  readonly name: string;
  readonly prefectures: readonly string[];
};

/** Results that a nomination can have once the sheet is mailed. */
export type AfterSheet = {
  readonly blocks: readonly RegionBlock[];
  readonly prizes: readonly string[];
  /** Criteria of the practice case. */
  readonly criteria: readonly Message[];
  /** An additional one for those who enter the contest. */
  readonly contestCriteria: readonly Message[];
};

/** A kind of award: everything that differs from one award to the next. */
export type Programme = {
  readonly id: string;
  readonly name: string;
  readonly milestones: readonly Milestone[];
  /** Empty for an award without a checklist. */
  readonly areas: readonly Area[];
  /** Null for an award without a checklist. */
  readonly threshold: number | null;
  /** Nominations that the national body asks for; at least 1. */
  readonly target: number;
  readonly prerequisites: readonly Requirement[];
  readonly sheet: Sheet;
  readonly words?: OwnWords;
  /** The word for who registers a nomination on a firm's behalf; absent where nobody is asked. */
  readonly supporter?: string;
  /** Absent for an award of firms. */
  readonly persons?: Persons;
  /** The items belong to each edition; a preset for the first one is beside the programme. */
  readonly checklist: Pick<ChecklistPreset, "status">;
  readonly editions: readonly EditionPreset[];
  /** The words by which a society passes the award on to its firms; plain ones when absent. */
  readonly invitation?: { readonly title: string; readonly text: string };
  /** Absent: the award ends with the sheet. */
  readonly afterSheet?: AfterSheet;
  readonly appNames: {
    readonly editions: string;
    readonly societies: string;
    readonly nominations: string;
    readonly answers: string;
    readonly deliveries: string;
  };
};

/**
 * A programme whose milestone ids and process states are known to the compiler:
 * from them follow field codes and record types.
 */
export type TypedProgramme<Id extends string, State extends string> = Omit<
  Programme,
  "milestones"
> & {
  readonly milestones: ReadonlyArray<
    Omit<Milestone, "id" | "step"> & {
      readonly id: Id;
      readonly step?: Omit<Step, "state"> & { readonly state: State };
    }
  >;
};

/** Keeps the literal types, from which field codes and record types derive. */
export const defineProgramme = <const P extends Programme>(programme: P): P =>
  programme;

/** The award's word for what is counted and entered. */
export const entryWordOf = ({ words }: Pick<Programme, "words">): string =>
  words?.entry ?? "推薦";

/** The award's word for the paper of its contest. */
export const paperWordOf = ({ words }: Pick<Programme, "words">): string =>
  words?.paper ?? "応募書類";
