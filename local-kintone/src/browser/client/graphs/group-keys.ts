import type { Field } from "../record/types.ts";
import type { Per } from "./graph.ts";

/** An instant as the user's wall shows it: `YYYY-MM-DDTHH:mm`. */
export type ToWall = (iso: string) => string;

const weekOf = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  // Weeks begin on Sunday.
  date.setUTCDate(date.getUTCDate() - date.getUTCDay());
  return date.toISOString().slice(0, 10);
};

const quarterOf = (day: string): string =>
  `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const byPer: Record<Per, (wall: string) => string> = {
  YEAR: (wall) => wall.slice(0, 4),
  QUARTER: quarterOf,
  MONTH: (wall) => wall.slice(0, 7),
  WEEK: (wall) => weekOf(wall.slice(0, 10)),
  DAY: (wall) => wall.slice(0, 10),
  HOUR: (wall) => `${wall.slice(0, 13)}:00`.replace("T", " "),
  MINUTE: (wall) => wall.slice(0, 16).replace("T", " "),
};

const instants = new Set(["DATETIME", "CREATED_TIME", "UPDATED_TIME"]);

const timeKey = (value: string, per: Per | undefined): string =>
  per === "HOUR" ? `${value.slice(0, 2)}:00` : value;

const groupNameOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "name" in value
    ? String(value.name)
    : String(value);

/** The groups a value belongs to: several for choices and people, `""` for nothing. */
export const groupKeys = (
  field: Field | undefined,
  per: Per | undefined,
  toWall: ToWall,
): string[] => {
  const value = field?.value;
  if (Array.isArray(value))
    return value.length === 0 ? [""] : value.map(groupNameOf);
  if (value === null || value === undefined || value === "") return [""];
  const type = field?.type ?? "";
  if (type === "TIME") return [timeKey(String(value), per)];
  if (instants.has(type)) return [byPer[per ?? "DAY"](toWall(String(value)))];
  if (type === "DATE") return [byPer[per ?? "DAY"](String(value))];
  return [groupNameOf(value)];
};
