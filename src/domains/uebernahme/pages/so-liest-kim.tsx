import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { XLSX_TYPE } from "../../../platform/xlsx.ts";
import { Actions, ButtonLink, Card, Details, Page, Table } from "../../../ui/index.ts";
import { type Wortart, type Wortoption, WORTARTEN } from "../../../listen/index.ts";
import { type Auswahl, vorlage, vorlagenWoerter } from "../documents/vorlage.ts";
import { VORLAGE, VORLAGEN, VORLAGE_FAELLE, type Vorlagenname, type Vorlagenspalte } from "../model/vorlage.ts";
import { LESART, LIST, permission } from "../parts/getan.ts";
import { optionenOf } from "../queries/kontext.ts";

const Query = z.object({ als: z.enum(["vorlage", "faelle"]).optional() });

/** The words of the Kreis that a list can be kept with. */
const auswahlOf = (visit: Visit): Promise<Auswahl> =>
  readAs(visit.actor, async (tx) => {
    const all = new Map<Wortart, readonly Wortoption[]>();
    for (const art of WORTARTEN) all.set(art, await optionenOf(tx, art));
    return vorlagenWoerter((art) => all.get(art) ?? []);
  });

const EXAMPLES = 2;
const woerterOf = ({ auswahl: art, beispiel }: Vorlagenspalte, auswahl: Auswahl): readonly string[] =>
  art === null || art === "janein" ? [beispiel] : auswahl(art);

async function seite(visit: Visit) {
  const auswahl = await auswahlOf(visit);
  return (
    <Page
      extra
      frame={visit.frame}
      title="So liest KIM Ihre Liste"
      breadcrumb={[{ label: "Listen übernehmen", href: LIST }]}
      side={<Vorlage />}
    >
      <Card title="Was eine Liste braucht">
        <p>
          Wer seine Beratungen weiter von Hand aufschreibt, muss sich wenig merken: oben eine Zeile mit Überschriften,
          darunter je Beratung eine Zeile mit <strong>Datum</strong>, <strong>Kommune</strong> und{" "}
          <strong>Thema</strong>. Steht die Kommune im Namen des Blatts oder der Datei, braucht sie keine Spalte. Alles
          andere darf fehlen.
        </p>
        <Table
          stack
          caption="Spalten und was darin steht"
          hideCaption
          rows={VORLAGE}
          columns={[
            { label: "Überschrift", cell: ({ kopf }) => <strong>{kopf}</strong> },
            { label: "Was darin steht", cell: ({ was }) => was },
            { label: "Zum Beispiel", cell: (spalte) => woerterOf(spalte, auswahl).slice(0, EXAMPLES).join(" · ") },
          ]}
        />
        <Details summary="Alle Wörter für Themen, Kontaktwege, Verständigung und Ergebnisse">
          {(["thema", "kontaktweg", "verstaendigung", "ergebnis"] as const).map((art) => (
            <Worte art={art} worte={auswahl(art)} />
          ))}
        </Details>
      </Card>
      <Regeln />
      <Striche />
      <PersonenUndFaelle auswahl={auswahl} />
    </Page>
  );
}

const UEBERSCHRIFT = {
  thema: "Themen",
  kontaktweg: "Kontaktwege",
  verstaendigung: "Verständigung",
  ergebnis: "Ergebnisse",
} as const;

function Worte({ art, worte }: { readonly art: keyof typeof UEBERSCHRIFT; readonly worte: readonly string[] }) {
  return (
    <div class="prose">
      <h3>{UEBERSCHRIFT[art]}</h3>
      <ul>
        {worte.map((wort) => (
          <li>{wort}</li>
        ))}
      </ul>
    </div>
  );
}

function Vorlage() {
  return (
    <Card title="Leere Vorlage">
      <p>
        Eine Excel-Datei mit diesen Spalten und den Wörtern Ihres Kreises zur Auswahl. So ausgefüllt wird sie ohne
        Rückfrage übernommen.
      </p>
      <Actions>
        <ButtonLink kind="primary" href={`${LESART}?als=vorlage`}>
          Vorlage herunterladen (.xlsx)
        </ButtonLink>
        <ButtonLink href={`${LESART}?als=faelle`}>Vorlage für Personen und Fälle (.xlsx)</ButtonLink>
        <ButtonLink href={LIST}>Liste hochladen</ButtonLink>
      </Actions>
    </Card>
  );
}

function Regeln() {
  return (
    <Card title="So bleibt nichts liegen">
      <div class="prose">
        <ul>
          <li>
            <strong>Tage mit Jahr:</strong> „05.03.2024“. Ohne Jahr gilt das Jahr aus dem Titel, dem Namen des Blatts
            oder der Datei.
          </li>
          <li>
            <strong>Eigene Wörter:</strong> „Wohnungssuche“ und „WBS“ versteht KIM als Wohnen. Ein Wort, das es nicht
            kennt, bleibt stehen, bis Sie es einmal zuordnen; danach gilt das für alle Listen Ihres Trägers.
          </li>
          <li>
            <strong>Mehrere Themen</strong> trennen Sie mit Komma, Schrägstrich oder Pluszeichen, oder Sie nehmen
            mehrere Spalten. Auch eine Spalte je Thema mit Kreuzen geht.
          </li>
          <li>
            <strong>Summen</strong> dürfen stehen bleiben. KIM erkennt sie, zählt sie nicht mit und sagt, wenn eine
            nicht stimmt.
          </li>
          <li>
            <strong>Blätter</strong> je Monat, je Kommune oder je Case Manager:in: Der Name des Blatts gilt für alle
            seine Zeilen.
          </li>
          <li>
            <strong>Farben</strong> braucht eine Liste nicht: Was eine Farbe sagt, gehört in eine Spalte. Was
            durchgestrichen ist, wartet, bis Sie entscheiden.
          </li>
          <li>
            <strong>Dieselbe Liste noch einmal</strong>, länger oder berichtigt: Übernommen wird nur, was neu ist.
          </li>
          <li>
            <strong>Nicht in die Liste</strong> gehören Aufenthaltsstatus, Religion und Kontakte mit der Polizei. KIM
            hat dafür kein Feld und übernimmt solche Spalten nicht.
          </li>
        </ul>
      </div>
    </Card>
  );
}

function Striche() {
  return (
    <Card title="Strichlisten">
      <p>
        Eine Strichliste zählt je Woche, Monat, Quartal, Halbjahr oder Schuljahr, oder „von“ und „bis“: links die Zeit,
        oben „Beratungen“ und die Themen, in den Zellen Zahlen oder Striche. Sie bleibt eine Summe; einzelne Beratungen
        entstehen daraus nicht. Was dieselben Tage und dieselbe Kommune noch einmal zählt – eine zweite Strichliste,
        eine Kopie, ein nachgetragener Monat –, zählt KIM nicht doppelt, sondern fragt.
      </p>
      <Table
        caption="Eine Strichliste"
        rows={[
          { woche: "KW 3/2024", beratungen: "12", wohnen: "IIII", sprache: "5" },
          { woche: "KW 4/2024", beratungen: "9", wohnen: "II", sprache: "4" },
        ]}
        columns={[
          { label: "Woche", cell: ({ woche }) => woche },
          { label: "Beratungen", figure: true, cell: ({ beratungen }) => beratungen },
          { label: "Wohnen", cell: ({ wohnen }) => wohnen },
          { label: "Sprache", figure: true, cell: ({ sprache }) => sprache },
        ]}
      />
    </Card>
  );
}

function PersonenUndFaelle({ auswahl }: { readonly auswahl: Auswahl }) {
  return (
    <Card title="Personen- und Falllisten">
      <p>
        Steht in jeder Zeile eine Person und keine einzelne Beratung, übernimmt KIM sie als Ihre Person. Sagt die Zeile
        auch, wann ein Fall begann und wie er steht, wird daraus ein Fall. Namen liegen verschlüsselt in Ihren Akten.
        Wer vielleicht schon da ist, wird nie von selbst zusammengeführt: KIM fragt.
      </p>
      <Table
        stack
        caption="Spalten einer Personen- oder Fallliste"
        hideCaption
        rows={VORLAGE_FAELLE}
        columns={[
          { label: "Überschrift", cell: ({ kopf }) => <strong>{kopf}</strong> },
          { label: "Was darin steht", cell: ({ was }) => was },
          { label: "Zum Beispiel", cell: (spalte) => woerterOf(spalte, auswahl).slice(0, EXAMPLES).join(" · ") },
        ]}
      />
    </Card>
  );
}

/** A blank template of this Kreis. */
const download = async (visit: Visit, name: Vorlagenname): Promise<Response> =>
  new Response(new Uint8Array(vorlage(await auswahlOf(visit), name)), {
    headers: {
      "Content-Type": XLSX_TYPE,
      "Content-Disposition": `attachment; filename="${VORLAGEN[name].datei}"`,
    },
  });

/** For whoever keeps a list by hand: what it needs, and a blank one to begin with. */
export const show = page({
  path: LESART,
  permission,
  show: (visit) => {
    const { als } = readQuery(Query, visit.url);
    return als === undefined ? seite(visit) : download(visit, als);
  },
});
