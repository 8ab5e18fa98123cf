import type { Rejected } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import { Actions, Alert, Button, ButtonLink, Card, Form } from "../../../ui/index.ts";
import type { Wortoption } from "../../../listen/index.ts";
import { type Uebernahme, bleibtZurueck } from "../model/uebernahme.ts";
import { LIST, WORDS } from "./getan.ts";
import { schrittHref } from "./schritte.tsx";
import { Zahlen } from "./zahlen.tsx";

type Props = {
  readonly liste: Uebernahme;
  readonly themen: readonly Wortoption[];
  readonly woerter: number;
  /** Numbers of released reports that count the list. */
  readonly berichte: readonly string[];
  readonly rejected: Rejected | undefined;
};

const BERATUNGEN = { href: "/beratungen", label: "Beratungen ansehen" } as const;
/** Where what a list brought is found. */
const ZIELE = {
  einzeln: BERATUNGEN,
  summen: BERATUNGEN,
  personen: { href: "/personen", label: "Personen ansehen" },
  faelle: { href: "/faelle", label: "Fälle ansehen" },
} as const;

/** A list that is taken over: what counts, what stayed behind, and the way back. */
export function Uebernommen(props: Props) {
  const { liste, themen, woerter } = props;
  const { zahlen, befund } = liste;
  const ziel = ZIELE[zahlen?.art ?? "einzeln"];
  return (
    <>
      <Card title="Die Liste ist übernommen">
        {befund?.meldung == null ? null : <Alert kind="info">{befund.meldung}</Alert>}
        {woerter === 0 ? null : (
          <p>
            {anzahl(woerter, "Wort ist", "Wörter sind")} in Ihren Listen noch nicht zugeordnet.{" "}
            <a href={WORDS}>Wörter zuordnen</a>
          </p>
        )}
        <Actions>
          <ButtonLink kind="primary" href={ziel.href}>
            {ziel.label}
          </ButtonLink>
          <ButtonLink href={LIST}>Weitere Liste übernehmen</ButtonLink>
        </Actions>
      </Card>
      <Card title="Was zurückblieb">
        <Rest {...props} />
      </Card>
      {zahlen === null ? null : <Zahlen title="Was aus der Liste zählt" zahlen={zahlen} themen={themen} open />}
      <Rueckweg {...props} />
    </>
  );
}

/** Rows that were not taken: mended in place while the file is there, else only told. */
function Rest({ liste, rejected }: Props) {
  const { id, zahlen, befund, mitDatei, nachgeholt, version } = liste;
  if (nachgeholt) {
    return (
      <p>
        Zurückgebliebene Zeilen werden gerade berichtigt.{" "}
        <a href={schrittHref(id, "pruefen")}>Weiter prüfen und übernehmen</a>
      </p>
    );
  }
  const behind = zahlen === null ? 0 : zahlen.doppelt + zahlen.wartend + zahlen.fehlerhaft;
  const rest = behind > 0 || (befund !== null && bleibtZurueck(befund));
  if (!rest) return <p>Keine Zeile ist zurückgeblieben.</p>;
  return (
    <>
      <p>
        {behind === 0
          ? "Zellen neben den Tabellen sind zurückgeblieben."
          : `${anzahl(behind, "Zeile ist", "Zeilen sind")} nicht übernommen.`}{" "}
        {befund === null ? null : <a href={`${schrittHref(id, "pruefen")}?als=csv`}>Als Liste herunterladen</a>}
      </p>
      {mitDatei ? (
        <>
          <p>
            Sie können das Zurückgebliebene hier berichtigen und dann übernehmen. Dafür bleibt die Datei bis zu 30 Tage
            nach dem Hochladen verschlüsselt gespeichert; <a href={`${LIST}/${id}/verwerfen`}>Datei jetzt löschen</a>.
          </p>
          <Form action={`${LIST}/${id}/nachholen`} record={{ version, values: undefined }} rejected={rejected}>
            <Actions>
              <Button kind="secondary">Zurückgebliebenes prüfen</Button>
            </Actions>
          </Form>
        </>
      ) : null}
    </>
  );
}

function Rueckweg({ liste, berichte }: Props) {
  return (
    <Card title="Stimmt etwas nicht?">
      {berichte.length === 0 ? (
        <p>
          Solange kein freigegebener Bericht die Liste mitzählt, lässt sie sich als Ganzes zurücknehmen.{" "}
          <a href={`${LIST}/${liste.id}/zuruecknehmen`}>Übernahme zurücknehmen</a>
        </p>
      ) : (
        <p>
          {berichte.length === 1 ? "Der Bericht" : "Die Berichte"} {berichte.join(", ")}{" "}
          {berichte.length === 1 ? "zählt" : "zählen"} die Liste mit; sie lässt sich nicht mehr als Ganzes zurücknehmen.
          Ziehen Sie einzelne Beratungen zurück, wenn sie nicht stimmen.
        </p>
      )}
    </Card>
  );
}
