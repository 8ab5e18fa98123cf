import type { Choice } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Rejected } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import {
  ButtonLink,
  Card,
  Choices,
  type Column,
  Details,
  EmptyState,
  Entered,
  Page,
  Pager,
  ResultCount,
  Table,
} from "../../../ui/index.ts";
import type { Codelisten } from "../../codelisten/index.ts";
import { type Listenadresse, adresse, istGefiltert } from "../model/filter.ts";
import type { Listenwoerter } from "../model/listenwoerter.ts";
import { summe } from "../model/texte.ts";
import { zeitenAm } from "../model/zeiten.ts";
import { type Vertretene, wessenAkte } from "../../zustaendigkeit/index.ts";
import type { BeratungKurz, Summe } from "../queries/beratungen.ts";
import type { Seite } from "../queries/liste.ts";
import { Filterzeile } from "./listenfilter.tsx";
import { LIST, NEW } from "./getan.ts";
import { spalten } from "./listenspalten.tsx";

export type ListeProps = {
  readonly frame: Frame;
  readonly filter: Listenadresse;
  readonly listen: Codelisten;
  /** The Kommunen, closed ones included: older consultations were there. */
  readonly orte: readonly Choice[];
  readonly woerter: Listenwoerter;
  /** For whom one stands in today. */
  readonly vertretene: readonly Vertretene[];
  /** Nothing where the filter cannot be. */
  readonly gefunden: { readonly seite: Seite; readonly gesamt: Summe } | undefined;
  readonly rejected: Rejected | undefined;
};

/** Whose consultations these are; no name, as titles stay in the browser (0028). */
const titel = ({ filter }: ListeProps): string =>
  filter.wessen === undefined ? "Meine Beratungen" : "Beratungen in Vertretung";

/** The page of one's own consultations, or of those one stands in for. */
export function Liste(props: ListeProps) {
  const { frame, rejected } = props;
  return (
    <Page frame={frame} title={titel(props)} rejected={rejected} heading={false} wide extra>
      <Card
        title={titel(props)}
        level={1}
        action={
          <div class="actions">
            <ButtonLink href={`${LIST}/liste-erfassen`}>Liste nachtragen</ButtonLink>
            <ButtonLink kind="primary" href={NEW}>
              Beratung erfassen
            </ButtonLink>
          </div>
        }
      >
        <Filterzeile {...props} />
        <div id="liste">
          <Gefunden {...props} />
        </div>
      </Card>
    </Page>
  );
}

function Gefunden(props: ListeProps) {
  const { filter, gefunden, woerter } = props;
  if (gefunden === undefined) return null;
  const { seite, gesamt } = gefunden;
  const withdrawn = filter.zurueckgezogene === "ja";
  return (
    <>
      <Zeiten filter={filter} />
      <ResultCount>
        {summe(gesamt)}
        {istGefiltert(filter) ? (
          <>
            {" · "}
            <a href={adresse({ nach: filter.nach })}>Filter zurücksetzen</a>
          </>
        ) : null}
        {" · "}
        <a href={adresse({ ...filter, zurueckgezogene: withdrawn ? undefined : "ja" })}>
          {withdrawn ? "Zurück zu denen, die zählen" : "Zurückgezogene ansehen"}
        </a>
      </ResultCount>
      <Table
        caption={withdrawn ? "Zurückgezogene Beratungen" : "Beratungen"}
        hideCaption
        rows={seite.zeilen}
        href={(b) => `${LIST}/${b.id}`}
        columns={[...spalten(filter, woerter), ...wessenSpalte(props)]}
        empty={<Leer gefiltert={istGefiltert(filter)} />}
      />
      <Pager
        newer={seite.neuer && adresse(filter, { neuer: seite.neuer })}
        older={seite.aelter && adresse(filter, { aelter: seite.aelter })}
        byDay={filter.nach === undefined}
      />
      {gesamt.anzahl === 0 ? null : <Mitnehmen filter={filter} />}
    </>
  );
}

/** Whose each is, where several are in one list. */
function wessenSpalte({ filter, vertretene }: ListeProps): Column<BeratungKurz>[] {
  const wer = wessenAkte(vertretene, filter.wessen);
  return wer === undefined ? [] : [{ label: "Akte von", cell: (b) => <Entered>{wer(b)}</Entered> }];
}

/** The usual periods as links; they keep the rest of the filter. */
function Zeiten({ filter }: { readonly filter: Listenadresse }) {
  const shown = zeitenAm(today());
  const all = filter.von === undefined && filter.bis === undefined;
  return (
    <Choices
      label="Zeiträume"
      items={[
        { label: "alle", href: adresse({ ...filter, von: undefined, bis: undefined }), current: all },
        ...shown.map(({ wort, von, bis }) => ({
          label: wort,
          href: adresse({ ...filter, von, bis }),
          current: filter.von === von && filter.bis === bis,
        })),
      ]}
    />
  );
}

function Mitnehmen({ filter }: { readonly filter: Listenadresse }) {
  const as = (format: string) => {
    const address = adresse(filter);
    return `${address}${address.includes("?") ? "&" : "?"}als=${format}`;
  };
  return (
    <Details summary="Diese Liste als Datei mitnehmen" screen>
      <p class="slim">
        Die Datei enthält alle Beratungen dieser Liste, ohne Namen und Notizen. Legen Sie sie nur dort ab, wo Ihr Träger
        es für Akten erlaubt, nicht auf eigenen Geräten oder in einer fremden Cloud, und löschen Sie sie, wenn Sie sie
        nicht mehr brauchen. Dass Sie sie mitnehmen, steht im Protokoll.
      </p>
      <div class="actions">
        <ButtonLink href={as("xlsx")}>Excel (.xlsx)</ButtonLink>
        <ButtonLink href={as("csv")}>CSV</ButtonLink>
      </div>
    </Details>
  );
}

function Leer({ gefiltert }: { readonly gefiltert: boolean }) {
  return gefiltert ? (
    <EmptyState action={<ButtonLink href={LIST}>Filter zurücksetzen</ButtonLink>}>
      Mit diesem Filter gibt es keine Beratung.
    </EmptyState>
  ) : (
    <EmptyState action={<ButtonLink href={NEW}>Erste Beratung erfassen</ButtonLink>}>
      Sie haben noch keine Beratung erfasst.
    </EmptyState>
  );
}
