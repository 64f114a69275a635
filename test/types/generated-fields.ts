/**
 * Compiled, never run: fails to compile when what dts-gen read from the
 * provisioned apps (`npm run types`) differs from what the apps declare.
 */
import type { AppModel } from "../../src/app-kit/app-model.ts";
import type { Columns, Field, TableField } from "../../src/app-kit/field.ts";
import type { ValueCode } from "../../src/app-kit/record-type.ts";
import type { createApps } from "../../src/apps/index.ts";
import type { cloudPracticeAward } from "../../src/programmes/index.ts";
import type { Expect, IsAssignable, IsEqual } from "./expect.ts";

/** Our names of the field types against dts-gen's. */
type GeneratedTypes = {
  SINGLE_LINE_TEXT: kintone.fieldTypes.SingleLineText;
  MULTI_LINE_TEXT: kintone.fieldTypes.MultiLineText;
  NUMBER: kintone.fieldTypes.Number;
  CALC: kintone.fieldTypes.Calc;
  DATE: kintone.fieldTypes.Date;
  DATETIME: kintone.fieldTypes.DateTime;
  RADIO_BUTTON: kintone.fieldTypes.RadioButton;
  DROP_DOWN: kintone.fieldTypes.DropDown;
  USER_SELECT: kintone.fieldTypes.UserSelect;
  ORGANIZATION_SELECT: kintone.fieldTypes.OrganizationSelect;
  GROUP_SELECT: kintone.fieldTypes.GroupSelect;
  FILE: kintone.fieldTypes.File;
};

type GeneratedColumns<C extends Columns> = {
  -readonly [K in keyof C]: GeneratedTypes[C[K]["type"]];
};

type GeneratedField<F extends Field> =
  F extends TableField<infer C>
    ? {
        type: "SUBTABLE";
        value: Array<{ id: string; value: GeneratedColumns<C> }>;
      }
    : F extends { type: keyof GeneratedTypes }
      ? GeneratedTypes[F["type"]]
      : never;

type Declared<A extends AppModel> = {
  -readonly [K in ValueCode<A>]: GeneratedField<A["fields"][K]>;
};

/** An interface as the plain object type that it describes. */
type Plain<T> = { [K in keyof T]: T[K] };

type Award = typeof cloudPracticeAward;
type Step = Extract<Award["milestones"][number], { step: unknown }>["step"];

/** The apps of the programme that the types were generated from. */
type Apps = ReturnType<
  typeof createApps<Award["milestones"][number]["id"], Step["state"]>
>;

/** Fields of other programmes than the first, whose apps the types are read from. */
type Elsewhere = "persons" | "serviceDay";

/** The compiler prints this text when an app and its generated types differ. */
type UpToDate<A extends AppModel, Generated> =
  IsEqual<Plain<Omit<Declared<A>, Elsewhere>>, Plain<Generated>> extends true
    ? true
    : "The generated types are stale: npm run types makes them anew.";

export type Checks = [
  Expect<UpToDate<Apps["editions"], suisen.EditionsFields>>,
  Expect<UpToDate<Apps["societies"], suisen.SocietiesFields>>,
  Expect<UpToDate<Apps["nominations"], suisen.NominationsFields>>,
  Expect<UpToDate<Apps["answers"], suisen.AnswersFields>>,
  Expect<UpToDate<Apps["deliveries"], suisen.DeliveriesFields>>,
];

/** The comparison itself can fail: on a missing field, and on another type. */
export type Controls = [
  Expect<
    IsEqual<
      IsEqual<
        Declared<Apps["editions"]>,
        Plain<Omit<suisen.EditionsFields, "name">>
      >,
      false
    >
  >,
  Expect<
    IsEqual<
      IsEqual<
        Plain<Declared<Apps["answers"]>>,
        Plain<
          Omit<suisen.AnswersFields, "reason"> & {
            reason: kintone.fieldTypes.Number;
          }
        >
      >,
      false
    >
  >,
  // Unresolved names would be `any`, which equals nothing but is assignable.
  Expect<IsEqual<IsAssignable<kintone.fieldTypes.Date, number>, false>>,
];
