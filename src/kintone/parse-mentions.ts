import type { Mention } from "./post-mention.ts";

const isMention = (value: unknown): value is Mention => {
  if (typeof value !== "object" || value === null) return false;
  const { app, id, society, organizations, text } = value as Partial<Mention>; // every member is checked
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
export const parseMentions = (text: string): Mention[] => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isMention) : [];
  } catch {
    return [];
  }
};
