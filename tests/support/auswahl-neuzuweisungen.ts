import { today } from "../../src/platform/clock.ts";
import { type Case, named } from "./auswahl-art.ts";

const ALFTER = { value: ({ kommune }: { readonly kommune: string }) => kommune, word: () => "Alfter" };
const haushalt = {
  form: ({ ids }: { readonly ids: { readonly zuweisung: string } }) => `/neuzuweisungen/${ids.zuweisung}/bearbeiten`,
  action: ({ ids }: { readonly ids: { readonly zuweisung: string } }) => `/neuzuweisungen/${ids.zuweisung}/bearbeiten`,
  more: () => ({ _version: "1", menschen: "2", zugewiesen_am: today() }),
};

/** Where people are accommodated, and what is said of a household that was assigned. */
export const NEUZUWEISUNG_CASES: readonly Case[] = [
  { column: "kim.zuweisung.ags", name: "kommune", label: "Kommune", ...ALFTER, ...haushalt },
  { column: "kim.zuweisung.sprache", name: "sprache", label: "Sprache", ...named("sprache"), ...haushalt },
  {
    column: "kim.unterkunft.ags",
    name: "kommune",
    label: "Kommune",
    ...ALFTER,
    who: "office",
    form: () => "/unterkuenfte/neu",
    action: () => "/unterkuenfte/neu",
    more: () => ({ name: "Musterhaus" }),
  },
];
