import { compare, parseDecimal } from "../../ground/decimal.ts";
import type { FormField } from "../../model/form.ts";
import { optionLabels, stateNames } from "../../model/form.ts";
import type { AppSettings } from "../../model/model.ts";
import type { Comparison, Operand, Operator } from "./ast.ts";
import type { ConditionContext } from "./context.ts";
import { evaluateDayFunction } from "./date-functions.ts";
import {
  dayRange,
  momentRange,
  parseDay,
  parseMoment,
  parseTime,
} from "./dates.ts";
import type { TextRange } from "./dates.ts";
import {
  invalidQuery,
  unknownGroup,
  unknownOption,
  unknownOrganization,
  unknownUser,
} from "./errors.ts";
import { dayIn, formatDay, formatMinute } from "./time-zone.ts";
import { comparedType, filesOf, textOf, textsOf } from "./values.ts";
import type { MaybeValue } from "./values.ts";
import { compileWordSearch } from "./word-search.ts";

/** Decides over one value: of a record, or of one row of a table. */
export type ValueTest = (value: MaybeValue) => boolean;

type TestInput = {
  field: FormField;
  settings: AppSettings;
  operator: Operator;
  operands: Operand[];
  context: ConditionContext;
};

const literal = (operand: Operand | undefined): string => {
  if (operand?.kind !== "literal") throw invalidQuery();
  return operand.text;
};

const not =
  (test: ValueTest): ValueTest =>
  (value) =>
    !test(value);

/** Turns a test for the positive operator into that of its negation. */
const signed = (operator: Operator, test: ValueTest): ValueTest =>
  operator.startsWith("not ") ||
  operator === "is not empty" ||
  operator === "!="
    ? not(test)
    : test;

/* ---- ranges of texts: dates, times, moments ---- */

const inRange = (operator: Operator, range: TextRange): ValueTest => {
  const { from, to } = range;
  const holds: Record<string, (text: string) => boolean> = {
    "=": (text) => text >= from && text <= to,
    "!=": (text) => text < from || text > to,
    ">": (text) => text > to,
    "<": (text) => text !== "" && text < from,
    ">=": (text) => text >= from && text !== "",
    "<=": (text) => text !== "" && text <= to,
  };
  const test = holds[operator];
  if (!test) throw invalidQuery();
  return (value) => test(textOf(value));
};

/** `= ""` asks for the empty ones; an order against "" holds for nothing. */
const againstEmpty = (operator: Operator): ValueTest => {
  if (operator === "=") return (value) => textOf(value) === "";
  if (operator === "!=") return (value) => textOf(value) !== "";
  return () => false;
};

const today = (context: ConditionContext) =>
  dayIn(context.now, context.user.timezone);

const dayOperand = (operand: Operand, context: ConditionContext): TextRange => {
  if (operand.kind === "function") {
    const days = evaluateDayFunction(
      operand.name,
      operand.args,
      today(context),
    );
    return dayRange(days.from, days.to);
  }
  const day = parseDay(operand.text);
  if (!day) throw invalidQuery();
  return { from: formatDay(day), to: formatDay(day) };
};

const momentOperand = (
  operand: Operand,
  context: ConditionContext,
): TextRange => {
  const point = (moment: number) => ({
    from: formatMinute(moment),
    to: formatMinute(moment),
  });
  if (operand.kind === "function") {
    if (operand.name === "NOW" && operand.args.length === 0)
      return point(context.now);
    const days = evaluateDayFunction(
      operand.name,
      operand.args,
      today(context),
    );
    return momentRange(days.from, days.to, context.user.timezone);
  }
  const moment = parseMoment(operand.text);
  if (moment !== null) return point(moment);
  // A bare day counts as that day in the asker's zone (unverified).
  const day = parseDay(operand.text);
  if (!day) throw invalidQuery();
  return momentRange(day, day, context.user.timezone);
};

const timeOperand = (operand: Operand): TextRange => {
  const time = parseTime(literal(operand));
  if (time === null) throw invalidQuery();
  return { from: time, to: time };
};

type ToRange = (operand: Operand, context: ConditionContext) => TextRange;

const compileRange =
  (toRange: ToRange) =>
  ({ operator, operands, context }: TestInput): ValueTest => {
    const [operand] = operands;
    if (!operand) throw invalidQuery();
    if (operand.kind === "literal" && operand.text === "")
      return againstEmpty(operator);
    return inRange(operator, toRange(operand, context));
  };

/* ---- numbers ---- */

// Up to here the digits of a text survive Number() exactly.
const EXACT_LENGTH = 15;

/** Order of two numeric texts; NaN when one is empty. */
const compareNumbers = (
  text: string,
  other: string,
  number: number,
): number => {
  if (text === "") return Number.NaN;
  const difference = Number(text) - number;
  if (difference !== 0) return difference;
  if (text.length <= EXACT_LENGTH && other.length <= EXACT_LENGTH) return 0;
  const [a, b] = [parseDecimal(text), parseDecimal(other)];
  return a && b ? compare(a, b) : 0;
};

const numberTests: Record<string, (order: number) => boolean> = {
  "=": (order) => order === 0,
  // An empty number differs from every number.
  "!=": (order) => order !== 0,
  ">": (order) => order > 0,
  "<": (order) => order < 0,
  ">=": (order) => order >= 0,
  "<=": (order) => order <= 0,
};

const numericLiteral = (operand: Operand | undefined): string => {
  const text = literal(operand).trim();
  if (text !== "" && !parseDecimal(text)) throw invalidQuery();
  return text;
};

const compileNumber = ({ operator, operands }: TestInput): ValueTest => {
  if (operator === "in" || operator === "not in") {
    const wanted = operands.map(numericLiteral).map((text) => ({
      text,
      number: Number(text),
    }));
    const isWanted: ValueTest = (value) => {
      const text = textOf(value);
      return wanted.some((it) =>
        it.text === ""
          ? text === ""
          : compareNumbers(text, it.text, it.number) === 0,
      );
    };
    return signed(operator, isWanted);
  }
  const text = numericLiteral(operands[0]);
  if (text === "") return againstEmpty(operator);
  const number = Number(text);
  const holds = numberTests[operator];
  if (!holds) throw invalidQuery();
  return (value) => holds(compareNumbers(textOf(value), text, number));
};

/** `HH:MM` beyond 24 hours, as minutes. */
const minutesOf = (text: string): number => {
  const found = /^(-?)(\d+):(\d{2})$/.exec(text);
  if (!found) return Number.NaN;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === "-" ? -minutes : minutes;
};

const compileDuration = ({ operator, operands }: TestInput): ValueTest => {
  const wanted = operands.map((operand) => minutesOf(literal(operand)));
  if (wanted.some(Number.isNaN)) throw invalidQuery();
  if (operator === "in" || operator === "not in")
    return signed(operator, (value) =>
      wanted.includes(minutesOf(textOf(value))),
    );
  const [minutes = 0] = wanted;
  const holds = numberTests[operator];
  if (!holds) throw invalidQuery();
  return (value) => holds(minutesOf(textOf(value)) - minutes);
};

const recordId = (text: string, appCode: string): number => {
  const prefix = `${appCode}-`;
  const digits =
    appCode !== "" && text.startsWith(prefix)
      ? text.slice(prefix.length)
      : text;
  if (!/^\d{1,15}$/.test(digits)) throw invalidQuery();
  return Number(digits);
};

const compileRecordNumber = (input: TestInput): ValueTest => {
  const { appCode } = input.context;
  const operands = input.operands.map((operand): Operand => ({
    kind: "literal",
    text: String(recordId(literal(operand), appCode)),
  }));
  return compileNumber({ ...input, operands });
};

/* ---- texts ---- */

const compileText = ({ operator, operands }: TestInput): ValueTest => {
  if (operator === "like" || operator === "not like") {
    const finds = compileWordSearch(literal(operands[0]));
    return signed(operator, (value) => finds(textOf(value)));
  }
  if (operator === "is empty" || operator === "is not empty")
    // Blanks, tabs and newlines alone count as empty (cybozu.dev query page).
    return signed(operator, (value) => textOf(value).trim() === "");
  const wanted = new Set(operands.map(literal));
  return signed(operator, (value) => wanted.has(textOf(value)));
};

const TAGS = /<[^>]*>/g;

const compileRichText = (input: TestInput): ValueTest => {
  const test = compileText(input);
  return (value) => test(textOf(value).replace(TAGS, " "));
};

const MAX_SEARCHED_BYTES = 1_000_000;

const compileFile = ({ operator, operands, context }: TestInput): ValueTest => {
  if (operator === "is empty" || operator === "is not empty")
    return signed(operator, (value) => filesOf(value).length === 0);
  const finds = compileWordSearch(literal(operands[0]));
  const contents = (key: string) => {
    const file = context.files.get(key);
    if (!file?.contentType.startsWith("text/")) return "";
    return new TextDecoder().decode(file.bytes.subarray(0, MAX_SEARCHED_BYTES));
  };
  return signed(operator, (value) =>
    filesOf(value).some(
      (file) => finds(file.name) || finds(contents(file.fileKey)),
    ),
  );
};

/* ---- choices, people ---- */

/** Tells whether one of the chosen is wanted; "" wants those with nothing chosen. */
const compileChoice = (operator: Operator, wanted: string[]): ValueTest => {
  const set = new Set(wanted);
  return signed(operator, (value) => {
    const chosen = textsOf(value);
    return chosen.length === 0 ? set.has("") : chosen.some((it) => set.has(it));
  });
};

const compileOption = (input: TestInput): ValueTest => {
  const { field, settings, operator, operands } = input;
  const wanted = operands.map(literal);
  const known =
    field.type === "STATUS"
      ? stateNames(settings)
      : optionLabels(field.property);
  // Categories are a tree that no REST endpoint tells; any name may be asked for.
  const isChecked = field.type !== "CATEGORY";
  for (const value of wanted)
    if (isChecked && value !== "" && !known.includes(value))
      throw unknownOption(field.code, value);
  const isList = operator === "in" || operator === "not in";
  if (isList) return compileChoice(operator, wanted);
  return compileChoice(operator === "=" ? "in" : "not in", wanted);
};

const loginUser = (operand: Operand, context: ConditionContext): string[] => {
  if (operand.kind !== "function") throw invalidQuery();
  const isLogin = operand.name === "LOGINUSER" && operand.args.length === 0;
  if (!isLogin) throw invalidQuery();
  return [context.user.code];
};

const compileUser = ({ operator, operands, context }: TestInput): ValueTest => {
  const wanted = operands.flatMap((operand) => {
    if (operand.kind === "function") return loginUser(operand, context);
    const isKnown = operand.text === "" || context.users.has(operand.text);
    if (!isKnown && !context.isStored) throw unknownUser(operand.text);
    return [operand.text];
  });
  return compileChoice(operator, wanted);
};

const compileGroup = ({
  operator,
  operands,
  context,
}: TestInput): ValueTest => {
  const wanted = operands.map(literal);
  for (const code of wanted)
    if (code !== "" && !context.isStored && !context.groups.has(code))
      throw unknownGroup(code);
  return compileChoice(operator, wanted);
};

const isPrimaryOrganization = (operand: Operand): boolean =>
  operand.kind === "function" &&
  operand.name === "PRIMARY_ORGANIZATION" &&
  operand.args.length === 0;

const compileOrganization = (input: TestInput): ValueTest => {
  const { operator, operands, context } = input;
  const [primary] = context.user.organizations;
  // Asked by a user without a primary organisation the condition is dropped.
  if (operands.some(isPrimaryOrganization) && primary === undefined)
    return () => true;
  const wanted = operands.map((operand) => {
    if (isPrimaryOrganization(operand)) return primary ?? "";
    const code = literal(operand);
    const isKnown = code === "" || context.organizations.has(code);
    if (!isKnown && !context.isStored) throw unknownOrganization(code);
    return code;
  });
  return compileChoice(operator, wanted);
};

const compilers: Record<string, (input: TestInput) => ValueTest> = {
  RECORD_NUMBER: compileRecordNumber,
  NUMBER: compileNumber,
  DURATION: compileDuration,
  DATE: compileRange(dayOperand),
  TIME: compileRange(timeOperand),
  DATETIME: compileRange(momentOperand),
  CREATED_TIME: compileRange(momentOperand),
  UPDATED_TIME: compileRange(momentOperand),
  SINGLE_LINE_TEXT: compileText,
  MULTI_LINE_TEXT: compileText,
  LINK: compileText,
  RICH_TEXT: compileRichText,
  FILE: compileFile,
  CHECK_BOX: compileOption,
  MULTI_SELECT: compileOption,
  RADIO_BUTTON: compileOption,
  DROP_DOWN: compileOption,
  STATUS: compileOption,
  CATEGORY: compileOption,
  CREATOR: compileUser,
  MODIFIER: compileUser,
  USER_SELECT: compileUser,
  STATUS_ASSIGNEE: compileUser,
  GROUP_SELECT: compileGroup,
  ORGANIZATION_SELECT: compileOrganization,
};

/** The test of a comparison whose operator is already known to suit the field. */
export const compileTest = (
  field: FormField,
  settings: AppSettings,
  comparison: Comparison,
  context: ConditionContext,
): ValueTest => {
  const compileFor = compilers[comparedType(field)];
  if (!compileFor) throw invalidQuery();
  const { operator, operands } = comparison;
  return compileFor({ field, settings, operator, operands, context });
};
