import { expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { docxParts, docxText } from "../../../../tests/support/docx-text.ts";
import { fallImAssessment } from "../../../../tests/support/einschaetzen.ts";
import { alsThema, buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { ERGEBNIS, FRAGE, inArbeit, station, weiter } from "../../../../tests/support/rekonstruktion.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { COOKIE } from "../../../platform/http/cookie.ts";
import { daysFrom } from "../../../platform/span.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { addFall } from "../../rekonstruktion/index.ts";
import { decide } from "../commands/decide.ts";
import { addAuftrag } from "../commands/set-auftrag.ts";
import { addVorlage } from "../commands/set-vorlage.ts";
import { writeNotiz } from "../commands/write-notiz.ts";
import { AuftragEingabe, BeschlussEingabe, NotizEingabe } from "../model/eingabe.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const room = useRoom(routes);
const SATZ = "Nach dem Test fehlen Plätze der Sprachförderung";

/** A meeting about a gap that a case showed; its papers by address, and what must stand in none of them. */
async function buehneMitFall() {
  const stelle = await beratungsstelle();
  const meldet = stelle.konto.actor;
  const { actor } = await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] });
  const typed = {
    person_vorname: "Zarifa",
    person_nachname: "Geheimnisvoll",
    person_geburtsdatum: "1985-05-17",
    person_kontakt: "0151 23456789",
  };
  const person = await writeAs(meldet, (tx) => createPerson(tx, meldet, PersonEingabe.parse(typed)));
  const fall = await fallImAssessment(meldet, person);
  const luecke = await alsThema(meldet, actor, stelle.ags, SATZ, { fall });
  const b = buehne(actor);
  const vorlage = await b.write((tx) => addVorlage(tx, actor, luecke));
  const gremium = await b.gremium({ quorum: "keines" });
  const mitglied = await b.mitglied(gremium, "Jobcenter", { name: "Jo Muster", email: "jo@beispiel.example" });
  const sitzung = await b.sitzung(gremium);
  const rekonstruktion = await inArbeit(actor, stelle.konto.email);
  await writeAs(meldet, (tx) => addFall(tx, meldet, rekonstruktion, fall));
  await station(meldet, rekonstruktion, { geschehen: "Die Schule verwies an eine andere." });
  await weiter(actor, rekonstruktion, "abgeschlossen", ERGEBNIS);
  await b.auf(sitzung, { luecken: [luecke], rekonstruktionen: [rekonstruktion] });
  // What the body got stays, though the group goes on.
  await weiter(actor, rekonstruktion, "wieder_offen", { grund: "Es fehlt noch eine Stelle." });
  await b.schritt(sitzung, "eingeladen");
  await b.schritt(sitzung, "durchgefuehrt");
  const [top, zweiter] = await b.agenda(sitzung);
  const at = { id: top?.id ?? "", version: 1 };
  const notiz = NotizEingabe.parse({ notiz: "Es wird beraten.\n\n- Die Frist läuft." });
  await b.write((tx) => writeNotiz(tx, actor, at, notiz));
  const wortlaut = "Die Plätze werden verdoppelt.";
  const input = BeschlussEingabe.parse({ wortlaut, ergebnis: "angenommen", luecke_nach: "priorisiert" });
  const beschluss = await b.write((tx) => decide(tx, actor, at.id, input));
  const faellig_am = daysFrom(today(), 20);
  const auftrag = AuftragEingabe.parse({ was: "Räume nennen.", mitglied, beschluss, faellig_am });
  await b.write((tx) => addAuftrag(tx, actor, at.id, auftrag));
  await b.schritt(sitzung, "entwurf");
  await b.schritt(sitzung, "freigegeben");
  return {
    actor,
    papiere: [
      [`/gremien/sitzungen/${sitzung}?was=einladung`, ["Einladung", SATZ]],
      [`/gremien/vorlagen/${vorlage}?`, [SATZ, "Worum geht es?", "Beratungen im Kreis", "Festgehalten am"]],
      [`/gremien/sitzungen/${sitzung}?was=protokoll&fassung=1`, ["Die Frist läuft.", "Räume nennen.", "Jo Muster"]],
      [
        `/gremien/sitzungen/${sitzung}?was=unterlage&top=${zweiter?.id}`,
        ["Fallrekonstruktion", FRAGE, "weniger als 3 Fälle aus 1 Träger", "abgeschlossen seit", ERGEBNIS.befund],
      ],
      ["/gremien/beschluesse?", ["Beschlussliste", wortlaut]],
      ["/gremien/auftraege?", ["Offene Aufträge", "Räume nennen."]],
      ["/gremien/auftraege?stand=alle", ["Aufträge, der früheste zuerst", "Räume nennen."]],
    ] as const,
    geheim: [...Object.values(typed), "17.05.1985", person, fall, meldet.kontoId, luecke],
  };
}

test("each paper of a body is a PDF for everybody and a Word file, says what it is for and nothing of whom it came from", async () => {
  const { actor, papiere, geheim } = await buehneMitFall();
  room().as(actor);
  const bytesOf = async (path: string) => {
    const answer = await fetch(room().url + path, { headers: { Cookie: `${COOKIE}=${actor.kontoId}` } });
    expect(answer.status, path).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const flat = (text: string) => text.replaceAll(/\s+/g, " ");
  for (const [path, says] of papiere) {
    const pdf = await bytesOf(`${path}&als=pdf`);
    expect(matterhorn(pdf), path).toEqual([]);
    const set = pdfText(pdf);
    const parts = await docxParts(await bytesOf(`${path}&als=docx`));
    const document = parts.get("word/document.xml") ?? "";
    const word = docxText(document);
    // Bis, Was, Wer, Gremium, Stand: what says most has most room.
    const columns = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, wide]) => Number(wide));
    if (columns.length === 5) expect(Math.max(columns[0] ?? 0, columns[4] ?? 0)).toBeLessThan(columns[1] ?? 0);
    for (const part of says) {
      expect(flat(set.text), path).toContain(part);
      expect(flat(word), path).toContain(part);
    }
    const everything = [pdf.toString("latin1"), set.text, set.source, set.decoration, ...parts.values()].join("\n");
    expect(geheim.filter((secret) => everything.includes(secret))).toEqual([]);
  }
});
