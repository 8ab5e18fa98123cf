import { gremien } from "../domains/gremien/index.ts";
import { luecken } from "../domains/luecken/index.ts";
import type { Actor } from "../platform/actor.ts";
import { asOf, today } from "../platform/clock.ts";
import { readAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";
import { spaeter } from "./beschluesse.ts";
import { type Hand, type More, hand, vorher } from "./gremien-hand.ts";
import { mittwochVor } from "./kalender.ts";

const LENKUNG: readonly More[] = [
  { organisation: "Kreisverwaltung", funktion: "Dezernat", name: "Dana Dezernat", rolle: "vorsitz", stimme: "ja" },
  {
    organisation: "Jobcenter",
    funktion: "Geschäftsführung",
    name: "Jona Beispiel",
    email: "jobcenter@beispiel.example",
    stimme: "ja",
  },
  { organisation: "Caritasverband", name: "Cleo Beispiel", email: "caritas@beispiel.example", stimme: "ja" },
  { organisation: "Agentur für Arbeit", name: "Ada Muster", stimme: "ja" },
  { organisation: "Einbürgerungsbehörde", rolle: "beratend" },
];

const ERSTE = mittwochVor(400);

/** The first meeting of the Lenkungsgruppe: gaps on its agenda, one founds the Projektgruppe DELFIN-4; released, and put right once. */
async function lenkungsgruppe(h: Hand, actor: Actor): Promise<void> {
  const id = await h.gremium({
    art: "lenkungsgruppe",
    name: "Lenkungsgruppe KIM",
    auftrag: "Entscheidet, welche Systemlücken zuerst angegangen werden.",
    rhythmus: "quartal",
    quorum: "mehr_als_haelfte",
  });
  const ids: string[] = [];
  for (const one of LENKUNG) ids.push(await h.mitglied(id, one));
  const vertretung = await h.mitglied(id, { organisation: "Jobcenter", name: "Jil Muster", vertritt: ids[1] ?? "" });
  await h.punkt(id, "Genehmigung des letzten Protokolls");
  const alle = await readAs(actor, (tx) => luecken(tx));
  const gaps = alle.filter(({ stand }) => stand === "vorlage").map((one) => one.id);
  const delfin = alle.find(({ thema }) => thema === "DELFIN 4")?.id ?? "";
  for (const one of gaps) await asOf(daysFrom(ERSTE, -40), () => h.vorlage(one));
  const da = [...ids.slice(0, 1), ...ids.slice(2), vertretung];
  const s = await h.sitzung(id, ERSTE);
  await h.auf(s, { luecken: gaps, titel: "Verschiedenes" });
  await asOf(vorher(ERSTE), () => h.schritte(s, "eingeladen"));
  await asOf(ERSTE, () => inDerSitzung(h, s, { delfin, da }));
  await asOf(daysFrom(ERSTE, 14), () => h.schritte(s, "entwurf", "freigegeben"));
  await asOf(daysFrom(ERSTE, 29), async () => {
    await h.schritte(s, ["entwurf", "Eine Organisation fehlte in der Anwesenheit."]);
    await h.da(s, da);
    await h.schritte(s, "freigegeben");
  });
  await spaeter(h, actor, id, [...ids.slice(0, 1), ...ids.slice(2, 4), vertretung]);
  await h.freieVorlage("Sprachmittlung gemeinsam bezahlen", "sprache");
  const next = await h.sitzung(id, daysFrom(today(), 30));
  await h.auf(next, { luecken: gaps.filter((one) => one !== delfin) });
}

/** What is said, decided and agreed in it. */
async function inDerSitzung(
  h: Hand,
  s: string,
  { delfin, da }: { readonly delfin: string; readonly da: readonly string[] },
): Promise<void> {
  await h.schritte(s, "durchgefuehrt");
  await h.da(s, da);
  for (const top of await h.agenda(s)) {
    if (top.lueckeId !== delfin) {
      await h.notiz(
        top.id,
        top.lueckeId === null ? "Ohne Einwände." : "Die Vorlage wird in der nächsten Sitzung beraten.",
      );
      continue;
    }
    await h.notiz(
      top.id,
      "Nach dem Test fehlen Plätze.\n\n- Die Frist der Kita läuft.\n- Das Jugendamt nennt bis Ende des Jahres freie Plätze.",
    );
    await h.beschluss(top.id, {
      wortlaut:
        "Die Projektgruppe DELFIN-4 wird eingesetzt. Sie schlägt vor, wie jedes Kind mit Förderbedarf einen Platz bekommt.",
      ja: "4",
      nein: "0",
      enthaltung: "0",
      projektgruppe: "DELFIN-4",
    });
    await h.auftrag(
      top.id,
      { was: "Freie Plätze je Kommune nennen.", stelle: "Jugendamt", faellig_am: daysFrom(ERSTE, 90) },
      { nach: "erledigt", notiz: "Liste liegt vor." },
    );
  }
}

/** The Projektgruppe that was founded: one meeting that runs, one that is invited to, one that was cancelled. */
async function projektgruppe(h: Hand, actor: Actor): Promise<void> {
  const found = (await readAs(actor, (tx) => gremien(tx))).find(({ name }) => name === "DELFIN-4");
  if (found === undefined) throw new Error("Die Demo hat keine Projektgruppe DELFIN-4.");
  const kita = await h.mitglied(found.id, {
    organisation: "Kita-Fachberatung",
    name: "Kira Beispiel",
    email: "kita@beispiel.example",
  });
  await h.mitglied(found.id, { organisation: "Schulamt", rolle: "vorsitz" });
  const jetzt = await h.sitzung(found.id, today(), "Videokonferenz");
  await h.auf(jetzt, { titel: "Plätze im Frühjahr" });
  await h.schritte(jetzt, "eingeladen", "durchgefuehrt");
  for (const { id } of await h.agenda(jetzt)) {
    await h.notiz(id, "Zwei Häuser können eine Gruppe am Nachmittag öffnen.");
    await h.auftrag(id, { was: "Räume und Zeiten klären.", mitglied: kita, faellig_am: daysFrom(today(), 6) });
  }
  const bald = await h.sitzung(found.id, daysFrom(today(), 21));
  await h.auf(bald, { titel: "Stand der Nachmittagsgruppen" });
  await h.schritte(bald, "eingeladen");
  const aus = await h.sitzung(found.id, daysFrom(today(), 7));
  await h.schritte(aus, ["abgesagt", "Die Räume sind erst später geklärt."]);
}

/** Not over yet, whatever day it is done as of. */
const NOCH = daysFrom(today(), 45);

/** The exchange with the naturalisation authority: agreements with days, in each state. */
async function austausch(h: Hand): Promise<void> {
  const id = await h.gremium({
    art: "austausch",
    name: "Austausch Einbürgerungsbehörde und Case Management",
    rhythmus: "quartal",
  });
  const ebh = await h.mitglied(id, {
    organisation: "Einbürgerungsbehörde",
    name: "Eda Beispiel",
    email: "ebh@beispiel.example",
  });
  await h.mitglied(id, { organisation: "Case Management", rolle: "vorsitz" });
  const tag = mittwochVor(130);
  const s = await h.sitzung(id, tag);
  await h.auf(s, { titel: "Dauer der Verfahren" });
  await h.auf(s, { titel: "Unterlagen" });
  await asOf(vorher(tag), () => h.schritte(s, "eingeladen"));
  await asOf(tag, () => austauschTagt(h, s, ebh));
}

async function austauschTagt(h: Hand, s: string, ebh: string): Promise<void> {
  await h.schritte(s, "durchgefuehrt");
  const [dauer, unterlagen] = await h.agenda(s);
  await h.notiz(dauer?.id ?? "", "Verfahren dauern über ein Jahr. Gefragt wird gesammelt, einmal im Monat.");
  await h.auftrag(
    dauer?.id ?? "",
    { was: "Eine Liste der häufigen Rückfragen schicken.", mitglied: ebh, faellig_am: daysFrom(today(), 45) },
    { nach: "erledigt" },
  );
  await h.auftrag(
    dauer?.id ?? "",
    { was: "Sprechzeit für das Case Management einrichten.", mitglied: ebh, faellig_am: daysFrom(today(), 75) },
    { nach: "in_arbeit" },
  );
  await h.auftrag(
    unterlagen?.id ?? "",
    { was: "Merkblatt in leichter Sprache prüfen.", stelle: "Koordination", faellig_am: daysFrom(today(), 100) },
    { nach: "entfallen", notiz: "Das Land hat eines herausgegeben." },
  );
  await h.auftrag(unterlagen?.id ?? "", {
    was: "Mitbringliste abstimmen.",
    stelle: "Koordination",
    faellig_am: NOCH,
  });
  await h.schritte(s, "entwurf");
}

/** Bodies in every state, meetings and Aufträge as well, as a Kreis has them after two years. */
export async function loadGremien(actor: Actor): Promise<void> {
  const h = hand(actor);
  await lenkungsgruppe(h, actor);
  await projektgruppe(h, actor);
  await austausch(h);
  const konzept = await h.gremium({
    art: "konzeptgruppe",
    name: "Konzeptarbeitsgruppe Bildung 0-6",
    rhythmus: "bedarf",
  });
  await h.mitglied(konzept, { organisation: "Jugendamt", rolle: "vorsitz" });
  const arbeit = await h.gremium({ art: "arbeitsgruppe", name: "Arbeitsgruppe Sprachkurse", rhythmus: "bedarf" });
  await h.mitglied(arbeit, { organisation: "Volkshochschule", rolle: "vorsitz", bis: "2023-06-30" });
  await h.ende(arbeit, "2023-06-30");
}
