import type { Rejected } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import { Alert, Card, Confirm, Day } from "../../../ui/index.ts";
import { type Befund, bleibtZurueck } from "../model/uebernahme.ts";
import { aufzaehlung } from "../model/aufzaehlung.ts";
import type { GeleseneListe } from "./listenseite.tsx";
import { offeneWorte, offeneZeilen } from "./schritte.tsx";
import { LIST } from "./getan.ts";

/** What taking over will store, in one sentence: anonymous and named consultations, tallies. */
export function vorhaben({ zahlen, summen, mitPerson }: Befund): string {
  const counted = summen.reduce((sum, { beratungen }) => sum + (beratungen ?? 0), 0);
  const einzeln = zahlen.beratungen - counted;
  const anonym = einzeln - mitPerson;
  const parts = [
    ...(anonym === 0 ? [] : [anzahl(anonym, "anonyme Beratung", "anonyme Beratungen")]),
    ...(mitPerson === 0 ? [] : [`${anzahl(mitPerson, "Beratung", "Beratungen")} mit Person, Namen verschlüsselt`]),
    ...(zahlen.personen === 0 ? [] : [`${anzahl(zahlen.personen, "Person", "Personen")} (Namen verschlüsselt)`]),
    ...(zahlen.faelle === 0 ? [] : [anzahl(zahlen.faelle, "Fall", "Fälle")]),
    ...(summen.length === 0
      ? []
      : [`${anzahl(summen.length, "Summe", "Summen")} mit zusammen ${anzahl(counted, "Beratung", "Beratungen")}`]),
  ];
  return `Gespeichert werden ${aufzaehlung(parts)}.`;
}

/** The end of deciding: what will be stored and what stays behind. */
export function Uebernehmen(props: { readonly liste: GeleseneListe; readonly rejected: Rejected | undefined }) {
  const { liste, rejected } = props;
  const { befund, id, version } = liste;
  if (befund.zahlen.uebernommen === 0) {
    return (
      <Card title="Übernehmen">
        <Alert kind="info">So wie die Liste gelesen ist, gibt es nichts zu übernehmen.</Alert>
        {liste.nachgeholt ? (
          <p>
            Wenn Sie fertig sind: <a href={`${LIST}/${id}/verwerfen`}>Zurückgebliebenes verwerfen</a>. Was übernommen
            ist, bleibt.
          </p>
        ) : null}
      </Card>
    );
  }
  const zeilen = offeneZeilen(befund);
  // What a consultation says keeps its words; a person or case waits until they are known.
  const worte = befund.art === "einzeln" || befund.art === "summen" ? offeneWorte(befund) : 0;
  return (
    <Card title="Übernehmen">
      <Confirm
        action={`${LIST}/${id}/uebernehmen`}
        confirm="Übernehmen"
        back={LIST}
        version={version}
        rejected={rejected}
      >
        {befund.meldung === null ? null : <Alert kind="warning">{befund.meldung}</Alert>}
        {befund.schonUebernommen === null ? null : (
          <Alert kind="info">
            Diese Datei ist schon übernommen, am <Day iso={befund.schonUebernommen.am} />. Noch einmal übernommen ändert
            sie nichts.
          </Alert>
        )}
        <p>{vorhaben(befund)}</p>
        {zeilen === 0 ? null : (
          <p>
            {anzahl(zeilen, "Zeile bleibt", "Zeilen bleiben")} zurück. Sie können {zeilen === 1 ? "sie" : "sie alle"}{" "}
            auch danach noch hier berichtigen und übernehmen.
          </p>
        )}
        {worte === 0 ? null : (
          <p>
            {anzahl(worte, "Wort bleibt", "Wörter bleiben")} „nicht zugeordnet“ und {worte === 1 ? "zählt" : "zählen"}{" "}
            mit, sobald Sie {worte === 1 ? "es" : "sie"} zuordnen.
          </p>
        )}
        <p>
          {bleibtZurueck(befund)
            ? "Die Datei wird gelöscht, sobald nichts mehr zurückbleibt, spätestens nach 30 Tagen."
            : "Die Datei wird danach gelöscht."}{" "}
          Sie können die Übernahme als Ganzes zurücknehmen.
        </p>
      </Confirm>
    </Card>
  );
}
