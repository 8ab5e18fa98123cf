import { formPage } from "../../../platform/change.ts";
import { yes } from "../../../platform/fields.ts";
import { AufenthaltEingabe } from "../model/aufenthalt.ts";
import { LeistungEingabe } from "../model/leistung.ts";
import { SchutzEingabe } from "../model/schutzbedarf.ts";
import { WerdegangEingabe } from "../model/werdegang.ts";
import { add, formsOf, replace } from "../parts/formular.tsx";
import { AUFENTHALT } from "../rows/aufenthalt.ts";
import { LEISTUNG } from "../rows/leistung.ts";
import { SCHUTZBEDARF } from "../rows/schutzbedarf.ts";
import { WERDEGANG } from "../rows/werdegang.ts";

const FALSCH = { falsch: yes };
const NEU = "/personen/:id";
const EINTRAG = "/lebenslage";

const aufenthalt = formsOf(AUFENTHALT);
const leistung = formsOf(LEISTUNG);
const werdegang = formsOf(WERDEGANG);
const schutzbedarf = formsOf(SCHUTZBEDARF);

/** An entry more, and one that is changed, in each area. */
export const eintraege = [
  formPage(
    `${NEU}/aufenthalt/neu`,
    AUFENTHALT.schreiben,
    { form: aufenthalt.neu, schema: AufenthaltEingabe },
    (tx, visit, input) => add(tx, visit, AUFENTHALT, input),
  ),
  formPage(
    `${EINTRAG}/aufenthalt/:id`,
    AUFENTHALT.schreiben,
    { form: aufenthalt.edit, schema: AufenthaltEingabe.safeExtend(FALSCH) },
    (tx, visit, { falsch, ...e }) => replace(tx, visit, AUFENTHALT, { falsch, e }),
  ),
  formPage(
    `${NEU}/leistung/neu`,
    LEISTUNG.schreiben,
    { form: leistung.neu, schema: LeistungEingabe },
    (tx, visit, input) => add(tx, visit, LEISTUNG, input),
  ),
  formPage(
    `${EINTRAG}/leistung/:id`,
    LEISTUNG.schreiben,
    { form: leistung.edit, schema: LeistungEingabe.safeExtend(FALSCH) },
    (tx, visit, { falsch, ...e }) => replace(tx, visit, LEISTUNG, { falsch, e }),
  ),
  formPage(
    `${NEU}/werdegang/neu`,
    WERDEGANG.schreiben,
    { form: werdegang.neu, schema: WerdegangEingabe },
    (tx, visit, input) => add(tx, visit, WERDEGANG, input),
  ),
  formPage(
    `${EINTRAG}/werdegang/:id`,
    WERDEGANG.schreiben,
    { form: werdegang.edit, schema: WerdegangEingabe.safeExtend(FALSCH) },
    (tx, visit, { falsch, ...e }) => replace(tx, visit, WERDEGANG, { falsch, e }),
  ),
  formPage(
    `${NEU}/schutzbedarf/neu`,
    SCHUTZBEDARF.schreiben,
    { form: schutzbedarf.neu, schema: SchutzEingabe },
    (tx, visit, input) => add(tx, visit, SCHUTZBEDARF, input),
  ),
  formPage(
    `${EINTRAG}/schutzbedarf/:id`,
    SCHUTZBEDARF.schreiben,
    { form: schutzbedarf.edit, schema: SchutzEingabe.safeExtend(FALSCH) },
    (tx, visit, { falsch, ...e }) => replace(tx, visit, SCHUTZBEDARF, { falsch, e }),
  ),
].flatMap(({ show, save }) => [show, save]);
