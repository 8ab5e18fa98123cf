import type { Child } from "#jsx";
import type { Visit } from "../../../platform/access.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { NotFound, Refused, type Rejected } from "../../../platform/form.ts";
import { Actions, Alert, ButtonLink, Card, Entered, Page, Progress, WayCard } from "../../../ui/index.ts";
import { uebernahmeOf } from "../queries/uebernahmen.ts";
import type { Befund, Stand, Uebernahme } from "../model/uebernahme.ts";
import { SCHRITT_NAMEN, type Schritt, Schritte, schrittHref } from "./schritte.tsx";
import { LAEUFT } from "./stand.tsx";
import { idOf } from "../../../platform/ids.ts";
import { LIST } from "./getan.ts";

/** A list that was read and waits for decisions. */
export type GeleseneListe = Uebernahme & { readonly befund: Befund };

/** The list of the address. Of one in a state that `waits` nothing is opened that was found. @throws NotFound for a foreign one as for none */
export async function listeIn(tx: Tx, visit: Visit, waits: ReadonlySet<Stand> = new Set()): Promise<Uebernahme> {
  const liste = await uebernahmeOf(tx, visit.actor, idOf(visit), waits);
  if (liste === undefined) throw new NotFound();
  return liste;
}

/** The same for a decision on what was found. @throws NotFound, Refused where it is forgotten */
export async function foundIn(tx: Tx, visit: Visit): Promise<GeleseneListe> {
  const liste = await listeIn(tx, visit);
  const { befund } = liste;
  if (befund === null) throw new Refused("Diese Liste ist nicht mehr da. Laden Sie die Datei noch einmal hoch.");
  return { ...liste, befund };
}

/** The same for a page that only reads. */
export const listeOf = (visit: Visit, waits: ReadonlySet<Stand> = new Set()): Promise<Uebernahme> =>
  readAs(visit.actor, (tx) => listeIn(tx, visit, waits));

/** The list of the address, to show: while the worker is at it without what was found, unless a form needs it. */
export const shownListe = (visit: Visit, rejected?: Rejected): Promise<Uebernahme> =>
  listeOf(visit, rejected === undefined ? LAEUFT : new Set());

type Props = {
  readonly visit: Visit;
  readonly liste: Uebernahme;
  readonly schritt: Schritt;
  readonly rejected?: Rejected | undefined;
  readonly children?: Child;
};

/** A page of a list: its name, the steps, and the step's work. */
export function Listenseite({ visit, liste, schritt, rejected, children }: Props) {
  const { datei } = liste;
  return (
    <Page
      extra
      frame={visit.frame}
      title={`${SCHRITT_NAMEN[schritt]} – Liste übernehmen`}
      heading={<Entered>{datei}</Entered>}
      breadcrumb={[{ label: "Listen übernehmen", href: LIST }]}
      rejected={rejected}
      wide
    >
      <Schritte liste={liste} hier={schritt} />
      {children}
    </Page>
  );
}

const TUT: Partial<Record<Stand, { readonly titel: string; readonly satz: string }>> = {
  liest: { titel: "KIM liest die Liste", satz: "Danach sehen Sie, was gefunden wurde. Übernommen ist noch nichts." },
  uebernimmt: {
    titel: "KIM übernimmt die Liste",
    satz: "Entweder wird alles übernommen oder nichts. Danach sehen Sie das Ergebnis.",
  },
  nimmt_zurueck: { titel: "KIM nimmt die Übernahme zurück", satz: "Danach zählt nichts mehr aus dieser Liste." },
};

/** What goes on by itself, at this address until it is over. */
export function Laeuft({ liste, again }: { readonly liste: Uebernahme; readonly again: string }) {
  const tut = TUT[liste.stand];
  if (tut === undefined) return null;
  return (
    <Card title={tut.titel}>
      <Progress label={tut.titel} percent={liste.fortschritt} again={again} />
      <p>{tut.satz} Sie können die Seite verlassen; es geht weiter.</p>
    </Card>
  );
}

/** Why a file could not be read, and what to do. */
export function Unlesbar({ liste }: { readonly liste: Uebernahme }) {
  return (
    <Card title="Die Datei lässt sich nicht lesen">
      <Alert kind="error">{liste.befund?.unlesbar ?? "Die Datei konnte nicht gelesen werden."}</Alert>
      <p>Es wurde nichts übernommen, und vom Inhalt der Datei ist nichts gespeichert.</p>
      <Actions>
        <ButtonLink kind="primary" href={LIST}>
          Andere Datei hochladen
        </ButtonLink>
        <ButtonLink kind="tertiary" href={`${LIST}/${liste.id}/verwerfen`}>
          Aus der Übersicht entfernen
        </ButtonLink>
      </Actions>
    </Card>
  );
}

/** What nobody took over is forgotten; only name and day stay. */
export function Vergessen() {
  return (
    <WayCard title="Was in der Liste stand, ist gelöscht" way="Datei hochladen" href={LIST}>
      <p>Listen, die niemand übernimmt, bleiben 30 Tage. Laden Sie die Datei noch einmal hoch.</p>
    </WayCard>
  );
}

function Vorbei({ liste }: { readonly liste: Uebernahme }) {
  return (
    <WayCard title="Hier ist nichts mehr zu entscheiden" way="Zum Ergebnis" href={schrittHref(liste.id, "ergebnis")}>
      <p>
        {liste.stand === "uebernommen" ? "Die Liste ist übernommen." : "Die Übernahme dieser Liste ist zurückgenommen."}
      </p>
    </WayCard>
  );
}

function Stattdessen({ liste, again }: { readonly liste: Uebernahme; readonly again: string }) {
  if (LAEUFT.has(liste.stand)) return <Laeuft liste={liste} again={again} />;
  if (liste.stand === "unlesbar") return <Unlesbar liste={liste} />;
  return liste.stand === "gelesen" ? <Vergessen /> : <Vorbei liste={liste} />;
}

/** A step of deciding: its work while the list waits for decisions, what there is instead in every other state. */
export function Entscheidungsseite({
  work,
  ...props
}: Omit<Props, "children"> & { readonly work: (liste: GeleseneListe) => Child }) {
  const { visit, liste, rejected } = props;
  const { befund } = liste;
  // What was typed while the list is read again is shown in the form that it was typed into.
  const works = liste.stand === "gelesen" || (liste.stand === "liest" && rejected !== undefined);
  return (
    <Listenseite {...props}>
      {works && befund !== null ? work({ ...liste, befund }) : <Stattdessen liste={liste} again={visit.url.pathname} />}
    </Listenseite>
  );
}
