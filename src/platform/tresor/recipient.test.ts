import { afterAll, beforeAll, expect, test } from "vitest";
import { type Place, newDataKey, newKey, open, seal } from "../tresor.ts";
import { startTresor, stopTresor } from "./operator-key.ts";
import { newRecipientKey, openAsRecipient, openByLink, sealForLink, sealForRecipient } from "./recipient.ts";

beforeAll(() => startTresor(newKey("betreiber", 1)));
afterAll(stopTresor);

const at = (row: string): Place => ({ kreis: "05382", table: "kim.freigabe", row, column: "schluessel" });
const HOME = at("empfaenger");

test("only the recipients open the key of a copy, only where it lies, and twice sealed it never looks the same", () => {
  const [theirs, others] = [newRecipientKey(HOME), newRecipientKey(HOME)];
  const key = newDataKey();
  const sealed = sealForRecipient(theirs.oeffentlich, at("eine"), key);
  const opened = openAsRecipient({ key: HOME, place: at("eine") }, theirs.verpackt, sealed);
  expect(open(opened, at("text"), seal(key, at("text"), "Mira"))).toBe("Mira");
  expect(sealForRecipient(theirs.oeffentlich, at("eine"), key).equals(sealed)).toBe(false);
  expect(() => openAsRecipient({ key: HOME, place: at("eine") }, others.verpackt, sealed)).toThrow(/verändert/);
  expect(() => openAsRecipient({ key: HOME, place: at("andere") }, theirs.verpackt, sealed)).toThrow(/verändert/);
  expect(() => openAsRecipient({ key: at("x"), place: at("eine") }, theirs.verpackt, sealed)).toThrow(/verändert/);
});

test("a link opens with its secret and its code, and with neither alone", () => {
  const sealed = sealForLink("geheim", "12345678", at("eine"), newDataKey());
  expect(openByLink("geheim", "12345678", at("eine"), sealed).kind).toBe("daten");
  expect(() => openByLink("geheim", "12345679", at("eine"), sealed)).toThrow(/verändert/);
  expect(() => openByLink("geheimer", "12345678", at("eine"), sealed)).toThrow(/verändert/);
  expect(() => openByLink("geheim", "12345678", at("andere"), sealed)).toThrow(/verändert/);
});
