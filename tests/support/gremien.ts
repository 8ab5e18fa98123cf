import { addAuftrag } from "../../src/domains/gremien/commands/set-auftrag.ts";
import { decide } from "../../src/domains/gremien/commands/decide.ts";
import { moveSitzung } from "../../src/domains/gremien/commands/move-sitzung.ts";
import { addGremium } from "../../src/domains/gremien/commands/set-gremium.ts";
import { addMitglied } from "../../src/domains/gremien/commands/set-mitglied.ts";
import { addPunkt } from "../../src/domains/gremien/commands/set-punkt.ts";
import { planSitzung } from "../../src/domains/gremien/commands/set-sitzung.ts";
import { addTops } from "../../src/domains/gremien/commands/set-tagesordnung.ts";
import { addFreieVorlage, addVorlage } from "../../src/domains/gremien/commands/set-vorlage.ts";
import {
  AuftragEingabe,
  BeschlussEingabe,
  SitzungEingabe,
  SitzungSchritt,
  TagesordnungEingabe,
} from "../../src/domains/gremien/model/eingabe.ts";
import { MitgliedEingabe, NeuesGremium, PunktEingabe } from "../../src/domains/gremien/model/gremium.ts";
import { punkte } from "../../src/domains/gremien/queries/punkte.ts";
import { sitzungOf, tops } from "../../src/domains/gremien/queries/sitzungen.ts";
import { lueckeOf, moveLuecke, NeueLuecke, reportLuecke, SchrittEingabe } from "../../src/domains/luecken/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";

/** What a test of bodies begins with, written as somebody of the coordination. */
export function buehne(actor: Actor) {
  const write = <R>(work: (tx: Tx) => Promise<R>) => writeAs(actor, work);
  const gremium = (more: Readonly<Record<string, string>> = {}) => {
    const input = NeuesGremium.parse({
      art: "lenkungsgruppe",
      name: "Lenkungsgruppe KIM",
      rhythmus: "quartal",
      quorum: "haelfte",
      gegruendet_am: "2021-01-01",
      ...more,
    });
    return write((tx) => addGremium(tx, actor, input));
  };
  const mitglied = (id: string, organisation: string, more: Readonly<Record<string, string>> = {}) => {
    const input = MitgliedEingabe.parse({ organisation, rolle: "mitglied", von: "2021-01-01", ...more });
    return write((tx) => addMitglied(tx, actor, id, input));
  };
  const punkt = (id: string, titel: string) => write((tx) => addPunkt(tx, actor, id, PunktEingabe.parse({ titel })));
  const sitzung = (id: string, tag = today()) => {
    const input = SitzungEingabe.parse({ tag, beginn: "9:30", ende: "11:00", ort: "Kreishaus, Raum 1" });
    return write((tx) => planSitzung(tx, actor, id, input));
  };
  const auf = (id: string, wish: Readonly<Record<string, unknown>>) => {
    const input = TagesordnungEingabe.parse({ luecken: [], auftraege: [], punkte: [], ...wish });
    return write((tx) => addTops(tx, actor, id, input));
  };
  const schritt = (id: string, nach: string, grund?: string, more: Readonly<Record<string, string>> = {}) =>
    write(async (tx) => {
      const { version } = await sitzungOf(tx, id);
      const input = SitzungSchritt.parse({ nach, ...(grund === undefined ? {} : { grund }), ...more });
      await moveSitzung(tx, actor, { id, version }, input);
    });
  const agenda = (id: string) => readAs(actor, (tx) => tops(tx, { sitzungId: id }));
  return { write, gremium, mitglied, punkt, sitzung, auf, schritt, agenda };
}

/** A gap that is a theme, so that a body can read about it. Returns its id. */
export async function alsThema(
  meldet: Actor,
  leitet: Actor,
  kommunen: readonly string[],
  satz: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const input = NeueLuecke.parse({ handlungsfeld: "bildung_0_6", satz, kommunen: [...kommunen], ...more });
  const id = await writeAs(meldet, (tx) => reportLuecke(tx, meldet, input));
  const steps = [
    { nach: "gesichtet" },
    { nach: "validiert", faelle: "5", standorte: "2" },
    { nach: "thema", thema: satz },
  ];
  for (const one of steps)
    await writeAs(leitet, async (tx) => {
      const { version } = await lueckeOf(tx, id);
      await moveLuecke(tx, leitet, { id, version }, SchrittEingabe.parse(one));
    });
  return id;
}

/** A body that has met and one that has not, with everything that a page can show. Ids by kind. */
export async function gremienBestand(meldet: Actor, leitet: Actor, kommunen: readonly string[]) {
  const { write, ...b } = buehne(leitet);
  const gremium = await b.gremium({ quorum: "keines" });
  const mitglied = await b.mitglied(gremium, "Jobcenter", {
    stimme: "ja",
    name: "Jo Muster",
    email: "jo@beispiel.example",
  });
  await b.mitglied(gremium, "Jobcenter", { vertritt: mitglied, name: "Mira Beispiel" });
  await b.punkt(gremium, "Bericht der Koordination");
  const [wiederkehrend] = await readAs(leitet, (tx) => punkte(tx, gremium));
  const gremiumEnde = await b.gremium({ art: "austausch", name: "Austausch mit der Einbürgerungsbehörde" });
  const luecke = await alsThema(meldet, leitet, kommunen, "Es fehlen Plätze der Sprachförderung");
  const vorlage = await write((tx) => addVorlage(tx, leitet, luecke));
  const freieVorlage = await write((tx) =>
    addFreieVorlage(tx, leitet, {
      titel: "Sprachmittlung gemeinsam bezahlen",
      kein_name: false,
      handlungsfeld: "sprache",
    }),
  );
  const lueckeOffen = await alsThema(meldet, leitet, kommunen, "Es fehlt ein Fahrdienst zur Kita");
  const laeuft = await b.sitzung(gremium);
  await b.auf(laeuft, { luecken: [luecke], titel: "Verschiedenes" });
  await b.schritt(laeuft, "eingeladen");
  await b.schritt(laeuft, "durchgefuehrt");
  const [, top] = await b.agenda(laeuft);
  const at = top?.id ?? "";
  const wortlaut = "Die Vorlage wird angenommen.";
  const beschluss = await write((tx) =>
    decide(tx, leitet, at, BeschlussEingabe.parse({ wortlaut, ergebnis: "angenommen", luecke_nach: "priorisiert" })),
  );
  const input = AuftragEingabe.parse({
    was: "Eine Liste vorlegen.",
    mitglied,
    beschluss,
    faellig_am: daysFrom(today(), 5),
  });
  const auftrag = await write((tx) => addAuftrag(tx, leitet, at, input));
  const geplant = await b.sitzung(gremium, daysFrom(today(), 40));
  const [topGeplant] = await b.agenda(geplant);
  const eingeladen = await b.sitzung(gremium, daysFrom(today(), 30));
  await b.schritt(eingeladen, "eingeladen");
  return {
    gremium,
    gremiumEnde,
    gremiumMitglied: mitglied,
    punkt: wiederkehrend?.id ?? "",
    sitzung: geplant,
    sitzungLaeuft: laeuft,
    sitzungEingeladen: eingeladen,
    top: topGeplant?.id ?? "",
    topLaeuft: at,
    gremiumVorlage: vorlage,
    freieVorlage,
    lueckeFuerVorlage: lueckeOffen,
    beschluss,
    auftrag,
  };
}
