import { cloudPracticeAward } from "../../../src/programmes/index.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coveringMail } from "../../../src/domain/covering-mail.ts";
import type { MailFacts } from "../../../src/domain/covering-mail.ts";
import type { Edition } from "../../../src/domain/model.ts";
import { anEdition } from "../../support/domain-records.ts";

const mail = (edition: Partial<Edition> = {}, facts: Partial<MailFacts> = {}) =>
  coveringMail({
    programme: cloudPracticeAward,
    edition: anEdition(edition),
    kind: "本提出",
    count: 3,
    caseCount: 2,
    fileName: "回答シート.xlsx",
    ...facts,
  });

describe("coveringMail", () => {
  test("goes to the edition's recipient with the counts and the sender", () => {
    const { to, subject, body } = mail();
    expect(to).toBe("report@national.example");
    expect(subject).toBe(
      "【海山県商工会連合会】クラウド実践大賞 2022 自己宣言の登録（他薦）状況回答シートの提出",
    );
    expect(body).toBe(
      [
        "全国の会 担当課 御中",
        "",
        "平素よりお世話になっております。",
        "海山県商工会連合会 組織運営課です。",
        "",
        "クラウド実践大賞 2022 の自己宣言（他薦）の登録状況について、添付のとおり提出いたします。",
        "",
        "・他薦件数：3件",
        "・うち実践事例：2件",
        "・添付：回答シート.xlsx",
        "",
        "ご査収くださいますようお願いいたします。",
        "",
        "海山県商工会連合会 組織運営課",
        "主任 海野花子",
        "TEL 000-000-0000",
        "E-mail soshiki@umiyama.example",
        "",
      ].join("\n"),
    );
  });

  test("the edition's own subject is used, marked when it is a supplement", () => {
    expect(mail({ mailSubject: "状況報告" }).subject).toBe("状況報告");
    const supplement = mail({ mailSubject: "状況報告" }, { kind: "追加提出" });
    expect(supplement.subject).toBe("状況報告（追加）");
    expect(supplement.body).toContain("登録追加分について");
  });

  test("none is said with its reason, on one line", () => {
    const { body } = mail({ noneReason: "候補が\nいない" }, { count: 0 });
    expect(body).toContain(
      "・他薦件数：0件（該当なし）\n・理由：候補が いない",
    );
    expect(body).not.toContain("うち実践事例");
  });

  test("what the edition lacks leaves no empty line at the head", () => {
    const { body } = mail({
      recipientName: "",
      federationPhone: "",
      federationEmail: "",
    });
    expect(body.startsWith("平素より")).toBe(true);
    expect(body).not.toContain("TEL");
  });
});

describe("the mailto link", () => {
  test("holds address, subject and body, readable again", () => {
    const { mailto, subject, body } = mail();
    const link = new URL(mailto);
    expect(link.protocol).toBe("mailto:");
    expect(link.pathname).toBe("report@national.example");
    expect(link.searchParams.get("subject")).toBe(subject);
    expect(link.searchParams.get("body")).toBe(body.replaceAll("\n", "\r\n"));
  });

  test("an address cannot smuggle in headers or lines", () => {
    const { to, mailto } = mail({
      recipientEmail: "a@b.example?bcc=x@y.example&body=z\r\nBcc: x",
    });
    expect(to).not.toMatch(/[\r\n]/);
    expect(mailto.match(/[?&]/g)).toEqual(["?", "&"]);
  });

  test("a subject stays one line", () => {
    expect(mail({ mailSubject: "報告\r\nBcc: x@y.example" }).subject).toBe(
      "報告 Bcc: x@y.example",
    );
  });

  test("no text whatever breaks it", () => {
    const anyText = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, subject, recipient) => {
        const made = mail({
          federationName: name,
          mailSubject: subject,
          recipientEmail: recipient,
        });
        expect(made.mailto).toMatch(/^mailto:[\x21-\x7e]*$/);
        expect(made.subject).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
