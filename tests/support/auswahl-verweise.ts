import { today } from "../../src/platform/clock.ts";
import { type Case, named } from "./auswahl-art.ts";

/** What referrals and the places of a Kreis keep of lists. */
export const VERWEIS_CASES: readonly Case[] = [
  {
    column: "kim.verweis.handlungsfeld",
    name: "handlungsfeld",
    label: "Worum geht es?",
    ...named("handlungsfeld"),
    form: ({ ids }) => `/verweise/neu?person=${ids.person}`,
    action: () => "/verweise/neu",
    more: ({ ids }) => ({
      person: ids.person,
      stelle: `organisation:${ids.organisation}`,
      warum: "angebot",
      kontakt: "selbst",
      am: today(),
      nachfragen_am: today(),
    }),
  },
  {
    column: "kim.organisation_feld.handlungsfeld",
    name: "felder",
    label: "Wozu hilft sie?",
    ...named("handlungsfeld"),
    who: "office",
    form: () => "/organisationen/neu",
    action: () => "/organisationen/neu",
    more: () => ({ name: "Musterstelle", art: "amt" }),
  },
  {
    column: "kim.organisation_sprache.sprache",
    name: "sprachen",
    label: "Sprachen",
    ...named("sprache"),
    who: "office",
    form: () => "/organisationen/neu",
    action: () => "/organisationen/neu",
    more: () => ({ name: "Musterstelle", art: "amt", felder: "sprache" }),
  },
  {
    column: "kim.angebot.handlungsfeld",
    name: "handlungsfeld",
    label: "Wozu hilft es?",
    ...named("handlungsfeld"),
    who: "office",
    form: ({ ids }) => `/organisationen/${ids.organisation}/angebot`,
    action: ({ ids }) => `/organisationen/${ids.organisation}/angebot`,
    more: () => ({ name: "Kurs" }),
  },
];
