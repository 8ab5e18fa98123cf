import { page } from "../../../platform/access.ts";
import { anzahl } from "../../../platform/words.ts";
import { Actions, Alert, ButtonLink, Card, Day, DescriptionList, Entered, WayCard } from "../../../ui/index.ts";
import { type GeleseneListe, Laeuft, Listenseite, Unlesbar, Vergessen, shownListe } from "../parts/listenseite.tsx";
import { type Schritt, offeneWorte, offeneZeilen, schrittHref } from "../parts/schritte.tsx";
import { ListenStand, LAEUFT } from "../parts/stand.tsx";
import { LIST, getan, permission } from "../parts/getan.ts";
import { ertrag } from "../model/ertrag.ts";
import { ohneKommune } from "../model/tabellengruppen.ts";
import type { Uebernahme } from "../model/uebernahme.ts";

/** One list: where it stands, and what comes next. */
export const show = page({
  path: `${LIST}/:id`,
  permission,
  notices: getan,
  show: async (visit) => {
    const liste = await shownListe(visit);
    return (
      <Listenseite visit={visit} liste={liste} schritt="datei">
        <Inhalt liste={liste} again={visit.url.pathname} />
        {LAEUFT.has(liste.stand) || liste.stand === "unlesbar" ? null : <Angaben liste={liste} />}
      </Listenseite>
    );
  },
});

function Inhalt({ liste, again }: { readonly liste: Uebernahme; readonly again: string }) {
  const { stand, befund } = liste;
  if (LAEUFT.has(stand)) return <Laeuft liste={liste} again={again} />;
  if (stand === "unlesbar") return <Unlesbar liste={liste} />;
  if (stand === "gelesen") return befund === null ? <Vergessen /> : <Gefunden liste={{ ...liste, befund }} />;
  return <Vorbei liste={liste} />;
}

/** What was found, and the next step: what waits comes before what can be looked at. */
function Gefunden({ liste }: { readonly liste: GeleseneListe }) {
  const { befund, id } = liste;
  const { art, tabellen, zahlen, meldung, schonUebernommen } = befund;
  const worte = offeneWorte(befund);
  const zeilen = offeneZeilen(befund);
  const ortlos = ohneKommune(befund).size > 0;
  const next: readonly [Schritt, string] = ortlos
    ? ["tabellen", "Kommune wählen"]
    : worte > 0
      ? ["woerter", "Wörter zuordnen"]
      : ["pruefen", "Prüfen und übernehmen"];
  return (
    <Card title="Das hat KIM gefunden">
      {meldung === null ? null : <Alert kind="warning">{meldung}</Alert>}
      {schonUebernommen === null ? null : (
        <Alert kind="info">
          Diese Datei ist schon übernommen, am <Day iso={schonUebernommen.am} /> mit{" "}
          {ertrag({ art, ...schonUebernommen })}. Noch einmal übernommen ändert sie nichts.
        </Alert>
      )}
      <ul class="points">
        <li>
          {anzahl(zahlen.zeilen, "Zeile", "Zeilen")} mit Daten in {anzahl(tabellen.length, "Tabelle", "Tabellen")};{" "}
          {zahlen.zeilen === 1 ? "sie ergibt" : "sie ergeben"} {ertrag({ art, ...zahlen })}.
        </li>
        {ortlos ? (
          <li>Wo beraten wurde, steht in keiner Spalte. Wählen Sie die Kommune, dann zählen die Zeilen.</li>
        ) : null}
        <li>{worte === 0 ? "KIM kennt jedes Wort." : `${anzahl(worte, "Wort", "Wörter")} kennt KIM nicht.`}</li>
        <li>
          {zeilen === 0
            ? "KIM kann jede Zeile mit Daten übernehmen."
            : `${anzahl(zeilen, "Zeile lässt", "Zeilen lassen")} sich so nicht übernehmen.`}
        </li>
        <li>
          {befund.beleg.wartet === 0
            ? "Jede Zelle der Datei ist verstanden."
            : `${anzahl(befund.beleg.wartet, "Zelle wartet", "Zellen warten")} auf eine Entscheidung.`}
        </li>
      </ul>
      <Actions>
        <ButtonLink kind="primary" href={schrittHref(id, next[0])}>
          {next[1]}
        </ButtonLink>
        {next[0] === "tabellen" ? null : (
          <ButtonLink href={schrittHref(id, "tabellen")}>Tabellen und Spalten ansehen</ButtonLink>
        )}
      </Actions>
    </Card>
  );
}

function Vorbei({ liste }: { readonly liste: Uebernahme }) {
  const over = liste.stand === "uebernommen" ? "Die Liste ist übernommen" : "Die Übernahme ist zurückgenommen";
  return <WayCard title={over} way="Ergebnis ansehen" href={schrittHref(liste.id, "ergebnis")} />;
}

function Angaben({ liste }: { readonly liste: Uebernahme }) {
  return (
    <Card title="Datei">
      <DescriptionList
        items={[
          { term: "Name", value: <Entered>{liste.datei}</Entered> },
          { term: "Hochgeladen", value: <Day iso={liste.am} /> },
          { term: "Stand", value: <ListenStand liste={liste} /> },
        ]}
      />
      {liste.stand === "gelesen" ? (
        <p>
          <a href={`${LIST}/${liste.id}/verwerfen`}>
            {liste.nachgeholt ? "Zurückgebliebenes verwerfen" : "Liste verwerfen"}
          </a>
        </p>
      ) : null}
    </Card>
  );
}
