import type { Tell } from "./tell-once.ts";

const isTell = (value: unknown): value is Tell => {
  if (typeof value !== "object" || value === null) return false;
  const { app, id, society, organizations, text } = value as Partial<Tell>; // every member is checked
  return (
    (app === "answers" || app === "nominations") &&
    typeof id === "string" &&
    (society === undefined || typeof society === "string") &&
    typeof text === "string" &&
    Array.isArray(organizations) &&
    organizations.every((code) => typeof code === "string")
  );
};

/** A text that somebody has changed by hand owes nothing. */
export const parseTells = (text: string): Tell[] => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isTell) : [];
  } catch {
    return [];
  }
};
