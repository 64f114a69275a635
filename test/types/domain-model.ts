/**
 * Compiled, never run: fails to compile when a record that the rules read stops
 * following from the declaration of its app.
 */
import type { AppKey } from "../../src/apps/index.ts";
import type { AppFieldCode } from "../../src/apps/records.ts";
import type {
  Answer,
  Delivery,
  Edition,
  Nomination,
  Society,
} from "../../src/domain/model.ts";
import type { Expect, IsEqual } from "./expect.ts";

type Codes<R> = Exclude<keyof R, "id" | "revision" | "status">;

/** The rules know every declared field that carries a value, and no other. */
type HasDeclaredFields<K extends AppKey, R> = IsEqual<
  Codes<R>,
  AppFieldCode<K>
>;

export type Checks = [
  Expect<HasDeclaredFields<"editions", Edition>>,
  Expect<HasDeclaredFields<"societies", Society>>,
  Expect<HasDeclaredFields<"nominations", Nomination>>,
  Expect<HasDeclaredFields<"answers", Answer>>,
  Expect<HasDeclaredFields<"deliveries", Delivery>>,
];

/** Values are as typed as the declaration. */
export type Values = [
  Expect<IsEqual<Nomination["employees"], number | null>>,
  Expect<IsEqual<Nomination["nominationKind"], "他薦" | "自薦" | null>>,
  Expect<IsEqual<Edition["registerDate"], string | null>>,
];

// @ts-expect-error A misspelt field code is no field of the record.
export type Misspelt = Nomination["registerdName"];
