import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { Alert, ButtonLink, Card, EmptyState, Halves, Page } from "../../../ui/index.ts";
import { zahlenCsv } from "../model/csv.ts";
import { kleineZahlen } from "../model/definitionen.ts";
import { Kommunen, Merkmal, Monate, NUR_HALBJAHRE, Themen } from "../parts/bilder.tsx";
import { veraenderung, zahlText } from "../parts/zahl-text.ts";
import { istGenannt } from "../model/zelle.ts";
import { Faelle } from "../parts/faelle.tsx";
import { Datenstand, gezaehltBis } from "../parts/stand.tsx";
import { Verweise } from "../parts/verweise.tsx";
import { ZugewieseneMenschen } from "../parts/zugewiesene.tsx";
import { Ueberblick } from "../parts/ueberblick.tsx";
import { type Gefragt, asked, hrefOf } from "../parts/asked.ts";
import { LIEFERUNG, PATH } from "../parts/getan.ts";
import { Wege } from "../parts/wege.tsx";
import { ZeitraumWahl } from "../parts/zeitraum-wahl.tsx";
import { siehtKreis } from "../queries/kontext.ts";
import { halbjahrAm, monatName, zeitraumName } from "../model/zeitraum.ts";

/** The figures of the Kreis, or of the own Träger, for a period beside the one before; all of it in the address. */
export const show = page({
  path: PATH,
  permission: "auswertung.traeger_lesen",
  show: async (visit) => {
    const gefragt = await asked(visit);
    if (gefragt.datei) return download(gefragt);
    const { u } = gefragt;
    const name = zeitraumName(u.jetzt.zeitraum);
    return (
      <Page frame={visit.frame} title={`Auswertung: ${name}`} heading={name} wide extra>
        <Wege visit={visit} here={PATH} zeitraum={u.jetzt.zeitraum} traeger={gefragt.traeger} />
        {gefragt.problem === undefined ? null : (
          <Alert kind="warning" title="Dieser Zeitraum geht nicht">
            <p>{gefragt.problem}</p>
          </Alert>
        )}
        <p>
          {u.traegerName ?? "Alle Träger des Kreises"}
          {u.vergleich === undefined ? "" : `, verglichen mit: ${zeitraumName(u.vergleich.zeitraum)}`}.{" "}
          {u.laeuft ? "Gezählt ist bis heute. " : ""}
          {gezaehltBis(u)}
        </p>
        {u.grund === undefined || u.laeuft ? null : (
          <p class="hint">
            Ohne Vergleich: {u.grund} <a href={LIEFERUNG}>Lieferung ansehen</a>
          </p>
        )}
        <Freigegeben visit={visit} u={u} />
        {u.jetzt.ab > 1 ? <p class="hint">{kleineZahlen(u.jetzt.ab)}</p> : null}
        <ZeitraumWahl zeitraum={u.jetzt.zeitraum} traeger={gefragt.traeger} alle={u.traeger} path={PATH} />
        {u.jetzt.kontakte === 0 && u.jetzt.beratungen === 0 && u.jetzt.nennungen === 0 ? (
          <Leer visit={visit} {...gefragt} />
        ) : (
          <Zahlen visit={visit} {...gefragt} />
        )}
      </Page>
    );
  },
});

type Props = Gefragt & { readonly visit: Visit };

/** Reports of this very period whose number of consultations is another one by now. */
function Freigegeben({ visit, u }: Pick<Props, "visit" | "u">) {
  const { zeitraum, beratungen, traegerId } = u.jetzt;
  if (traegerId !== null || !istGenannt(beratungen) || !may(visit.actor, "bericht.lesen")) return null;
  const moved = u.stand.berichte.filter(
    (b) =>
      b.von === zeitraum.von &&
      b.bis === zeitraum.bis &&
      !b.berichtigt &&
      istGenannt(b.beratungen) &&
      b.beratungen !== beratungen,
  );
  return (
    <>
      {moved.map((b) => (
        <Alert kind="warning" title={`Bericht ${b.nummer} nennt eine andere Zahl`}>
          <p>
            Freigegeben sind {zahlText(b.beratungen ?? 0)} Beratungen, jetzt sind es {zahlText(beratungen)} (
            {veraenderung(beratungen, b.beratungen ?? 0)}).{" "}
            <a href={`/berichte/${b.id}`}>Unterschiede ansehen und berichtigen</a>
          </p>
        </Alert>
      ))}
    </>
  );
}

/** Months of one Träger: how many, and nothing that would often be about one person. */
function Wenige({ u, traeger }: Pick<Props, "u" | "traeger">) {
  return (
    <>
      <Ueberblick u={u} />
      <Halves>
        <Monate u={u} />
        <div>
          <Card title="Warum steht hier keine Aufteilung?">
            <p>{NUR_HALBJAHRE}</p>
          </Card>
          <Datenstand u={u} csv={`${hrefOf(u.jetzt.zeitraum, traeger)}&als=csv`} />
        </div>
      </Halves>
    </>
  );
}

function Zahlen({ visit, u, traeger }: Props) {
  if (!u.jetzt.aufgeteilt) return <Wenige u={u} traeger={traeger} />;
  const { verstaendigung, ergebnis, sprache, kontaktweg, stufe } = u.tabellen.merkmale;
  return (
    <>
      <Ueberblick u={u} />
      <Halves>
        <div>
          <Themen u={u} />
          <Merkmal u={u} abschnitt={verstaendigung} />
        </div>
        <div>
          <Monate u={u} />
          <Kommunen u={u} kreis={visit.actor.kreis} />
        </div>
      </Halves>
      <Halves>
        <div>
          <Merkmal u={u} abschnitt={ergebnis} />
          <Merkmal u={u} abschnitt={kontaktweg} />
        </div>
        <div>
          <Merkmal u={u} abschnitt={sprache} />
          <Merkmal u={u} abschnitt={stufe} />
        </div>
      </Halves>
      <ZugewieseneMenschen u={u} />
      <Verweise u={u} />
      <Faelle u={u} stand={<Datenstand u={u} csv={`${hrefOf(u.jetzt.zeitraum, traeger)}&als=csv`} />} />
    </>
  );
}

/** Nothing in this period: where there is something, or how something comes about. */
function Leer({ visit, u, traeger }: Props) {
  const { gezaehlt } = u;
  if (gezaehlt === undefined) {
    return (
      <EmptyState>
        Noch ist nichts gezählt. Sobald das Case Management Beratungen erfasst oder alte Listen übernimmt, stehen die
        Zahlen eine Minute später hier.
      </EmptyState>
    );
  }
  const last = halbjahrAm(gezaehlt.bis);
  return (
    <EmptyState action={<ButtonLink href={hrefOf(last, traeger)}>{`${zeitraumName(last)} anzeigen`}</ButtonLink>}>
      In diesem Zeitraum ist {siehtKreis(visit.actor) ? "" : "für Ihren Träger "}nichts gezählt. Zahlen gibt es von{" "}
      {monatName(gezaehlt.von.slice(0, 7))} bis {monatName(gezaehlt.bis.slice(0, 7))}.
    </EmptyState>
  );
}

/** The same figures as a file. */
function download({ u }: Gefragt): Response {
  const { von, bis } = u.jetzt.zeitraum;
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="kim-zahlen-${von.slice(0, 7)}-bis-${bis.slice(0, 7)}.csv"`,
  };
  return new Response(zahlenCsv(u), { headers });
}
