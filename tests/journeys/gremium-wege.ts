import type { Mensch } from "./mensch.ts";

/** A new body with its members, as somebody of the coordination sets it up. */
export async function sitzung(m: Mensch, art: string, name: string, mitglieder: readonly string[], tag: string) {
  await m.open("/gremien");
  await m.press("Gremium anlegen");
  await m.arrivesAt("Gremium anlegen");
  await m.choose("Art", art);
  await m.type("Gibt es seit", "01.01.2021");
  await m.type("Name", name);
  await m.choose("Trifft sich", "einmal im Quartal");
  await m.press("Anlegen");
  for (const organisation of mitglieder) {
    await m.press("Mitglied eintragen");
    await m.arrivesAt("Mitglied eintragen");
    await m.type("Organisation", organisation);
    await m.type("E-Mail", `${organisation.slice(0, 3).toLowerCase()}@beispiel.example`);
    await m.type("Von", "01.01.2021");
    await m.press("Eintragen");
    await m.reads("Das Mitglied ist eingetragen.");
  }
  await m.press("Sitzung planen");
  await m.arrivesAt("Sitzung planen");
  await m.type("Tag", tag);
  await m.type("Beginn", "9:30");
  await m.type("Ende", "11:30");
  await m.type("Ort", "Kreishaus, Raum 1");
  await m.press("Planen");
  await m.reads("Die Sitzung ist geplant.");
}

/** Asks once more, and says what came of it. */
export async function schritt(m: Mensch, verb: string, satz: string | RegExp) {
  await m.press(verb);
  await m.arrivesAt(verb);
  await m.press(verb);
  await m.reads(satz);
}

/** Invites, begins, and says who is there. */
export async function begonnen(m: Mensch, da: readonly string[]) {
  await schritt(m, "Einladen", "Die Einladung geht jetzt hinaus");
  await schritt(m, "Sitzung beginnen", "Die Sitzung hat begonnen.");
  await m.press("Anwesenheit eintragen");
  await m.arrivesAt("Anwesenheit");
  for (const organisation of da) await m.tick(`${organisation} ist da`);
  await m.press("Speichern");
  await m.reads("Gespeichert.");
}

/** Releases the minutes. */
export async function freigegeben(m: Mensch) {
  await schritt(m, "Protokoll zur Freigabe geben", "Der Schritt ist eingetragen.");
  await schritt(m, "Protokoll freigeben", "Das Protokoll ist freigegeben.");
}

/** The Vorlage of a gap, with a proposal. */
export async function vorlage(m: Mensch, luecke: string, vorschlag: string) {
  await m.open(`/luecken/${luecke}`);
  await schritt(m, "Vorlage erstellen", "Die Vorlage steht");
  await m.type("Was wird vorgeschlagen?", vorschlag);
  await m.press("Speichern");
  await m.reads("Gespeichert.");
}
