import { today } from "../../../platform/clock.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { ButtonLink, Card, type Column, Details, EmptyState, Entered, Status, Table } from "../../../ui/index.ts";
import { nameOf } from "../../codelisten/index.ts";
import { type AufenthaltEingabe, BESCHAEFTIGUNG, titelDringend } from "../model/aufenthalt.ts";
import { BEREICHE, type Bereichsname, type Eintrag, giltAm } from "../model/bereiche.ts";
import { type LeistungEingabe, leistungDringend, luecke, wartezeit } from "../model/leistung.ts";
import { zeitText } from "../model/texte.ts";
import { ABBRUCH, ABSCHNITTE, STAND, type WerdegangEingabe } from "../model/werdegang.ts";
import type { Fassung } from "../queries/fassungen.ts";
import type { Worte } from "../queries/liste.ts";
import { feldnamen } from "./felder.tsx";

type Props<E> = {
  readonly person: string;
  readonly eintraege: readonly Eintrag<E>[];
  readonly worte: Worte;
  readonly schreibt: boolean;
};

const told = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== "").join(". ");

/** The card of an area: its entries as a history, those that hold first, and the way to one more. */
function Bereichskarte<E extends { readonly von: string | null; readonly bis: string | null }>(
  props: Props<E> & {
    readonly name: Bereichsname;
    readonly leer: string;
    /** What stands where an entry has neither a first nor a last day. */
    readonly ohneTag?: string;
    readonly columns: readonly Column<Eintrag<E>>[];
  },
) {
  const { person, eintraege, schreibt, name, leer, columns, ohneTag = "ohne Datum" } = props;
  const heute = today();
  const shown = eintraege.filter((one) => !one.falsch);
  const order = [...shown.filter((one) => giltAm(one, heute)), ...shown.filter((one) => !giltAm(one, heute))];
  const add = (
    <ButtonLink kind="secondary" small href={`/personen/${person}/${name}/neu`}>
      Eintragen
    </ButtonLink>
  );
  const change: Column<Eintrag<E>> = {
    label: "Eintrag",
    cell: ({ id }) => <a href={`/lebenslage/${name}/${id}`}>Ändern</a>,
  };
  return (
    <Card title={BEREICHE[name]} {...(schreibt ? { action: add } : {})}>
      <Table
        caption={`${BEREICHE[name]}, was gilt zuerst`}
        hideCaption
        cards
        rows={order}
        empty={<EmptyState>{leer}</EmptyState>}
        columns={[
          { label: "Zeit", cell: ({ daten }) => zeitText(daten) || ohneTag },
          ...columns,
          ...(schreibt ? [change] : []),
        ]}
      />
    </Card>
  );
}

/** Residence, as one asks for it: what it is, until when, what it allows. */
export function Aufenthalte(props: Props<AufenthaltEingabe>) {
  const heute = today();
  const bis = ({ daten, ...one }: Eintrag<AufenthaltEingabe>) => {
    const days = told([
      daten.gueltig_bis && tagText(daten.gueltig_bis),
      daten.fiktion_bis && `Fiktionsbescheinigung bis ${tagText(daten.fiktion_bis)}`,
    ]);
    const dringend = giltAm({ ...one, daten }, heute) && titelDringend(daten, heute) !== undefined;
    return dringend ? <Status kind="warning">{days}</Status> : days;
  };
  const dazu = ({ daten }: Eintrag<AufenthaltEingabe>) =>
    told([
      daten.beschaeftigung && `Beschäftigung ${BESCHAEFTIGUNG[daten.beschaeftigung]}`,
      daten.wohnsitzauflage === "ja" ? "Wohnsitzauflage" : "",
      daten.notiz,
    ]);
  return (
    <Bereichskarte
      {...props}
      name="aufenthalt"
      leer="Zum Aufenthalt ist nichts festgehalten. Tragen Sie nur ein, was Sie für die Beratung brauchen."
      columns={[
        { label: "Status", names: true, cell: ({ daten }) => props.worte.statusText(daten.status) },
        { label: "Titel gilt bis", cell: bis },
        { label: "Dazu", whole: true, cell: (one) => <Entered>{dazu(one)}</Entered> },
      ]}
    />
  );
}

/** Benefits: what was applied for, when money came, and how long there was none. */
export function Leistungen(props: Props<LeistungEingabe>) {
  const heute = today();
  const { listen } = props.worte;
  const name = (code: string | null) => nameOf(listen.leistung, code);
  const zahlung = ({ daten }: Eintrag<LeistungEingabe>) => {
    if (daten.von !== null) return tagText(daten.von);
    return daten.bis === null ? "noch keine" : "keine";
  };
  const tage = ({ daten }: Eintrag<LeistungEingabe>) => {
    const warten = wartezeit(daten, heute);
    const ohne = luecke(daten, heute);
    const text = told([
      warten === undefined
        ? ""
        : `${anzahl(warten, "Tag", "Tage")} seit Antrag${daten.von === null ? "" : " bis Zahlung"}`,
      ohne === undefined ? "" : `${anzahl(ohne, "Tag", "Tage")} ohne Zahlung`,
    ]);
    return leistungDringend(daten, "", heute) === undefined ? text : <Status kind="warning">{text}</Status>;
  };
  const dazu = ({ daten }: Eintrag<LeistungEingabe>) =>
    told([
      daten.vorher === null
        ? ""
        : `Davor ${name(daten.vorher)}${daten.vorher_bis === null ? "" : ` bis ${tagText(daten.vorher_bis)}`}`,
      daten.unterlagen && `Es fehlt: ${daten.unterlagen}`,
    ]);
  return (
    <Bereichskarte
      {...props}
      name="leistung"
      leer="Zu Leistungen ist nichts festgehalten."
      ohneTag="beantragt"
      columns={[
        { label: "Leistung", names: true, cell: ({ daten }) => name(daten.art) },
        { label: "Beantragt", cell: ({ daten }) => daten.beantragt_am && tagText(daten.beantragt_am) },
        { label: "Erste Zahlung", cell: zahlung },
        { label: "Tage", cell: tage },
        { label: "Dazu", whole: true, cell: (one) => <Entered>{dazu(one)}</Entered> },
      ]}
    />
  );
}

/** School, degrees, recognition, work and courses in one list, each with what it is. */
export function Werdegang(props: Props<WerdegangEingabe>) {
  const { listen } = props.worte;
  const kode = (code: string) => listen.werdegang.find((k) => k.code === code);
  const part = (code: string): string =>
    Object.entries(ABSCHNITTE).find(([gruppe]) => gruppe === kode(code)?.gruppe)?.[1] ?? "";
  const stand = ({ daten }: Eintrag<WerdegangEingabe>) =>
    told([daten.stand && STAND[daten.stand], daten.abbruch && ABBRUCH[daten.abbruch]]);
  return (
    <Bereichskarte
      {...props}
      name="werdegang"
      leer="Zu Schule, Arbeit und Kursen ist nichts festgehalten."
      columns={[
        { label: "Was", names: true, cell: ({ daten }) => nameOf(listen.werdegang, daten.art) },
        { label: "Bereich", cell: ({ daten }) => part(daten.art) },
        { label: "Stand", cell: stand },
        { label: "Dazu", whole: true, cell: ({ daten }) => <Entered>{daten.was ?? ""}</Entered> },
      ]}
    />
  );
}

/** What stood in the entries before, field by field as the forms call them. */
export function Fruehere({ fassungen, worte }: { readonly fassungen: readonly Fassung[]; readonly worte: Worte }) {
  if (fassungen.length === 0) return null;
  const stand = ({ bereich, werte }: Fassung) =>
    feldnamen(bereich, worte)
      .flatMap(({ name, label, show }) => {
        const values = (werte[name] ?? []).filter((value) => value !== "");
        return values.length === 0 ? [] : [`${label}: ${show === undefined ? values.join(", ") : show(values)}`];
      })
      .join("; ");
  return (
    <Card>
      <Details summary="Frühere Stände zeigen">
        <Table
          caption="Was vor einer Änderung dort stand, die letzte zuerst"
          hideCaption
          cards
          rows={fassungen}
          columns={[
            { label: "Geändert am", cell: ({ am }) => tagText(am) },
            { label: "Von", cell: ({ wer }) => <Entered>{wer}</Entered> },
            { label: "Bereich", cell: ({ bereich }) => BEREICHE[bereich] },
            { label: "Davor", whole: true, cell: (one) => <Entered>{stand(one)}</Entered> },
          ]}
        />
      </Details>
    </Card>
  );
}
