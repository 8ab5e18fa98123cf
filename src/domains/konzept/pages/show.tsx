import { type Visit, page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  Alert,
  ButtonLink,
  Card,
  Day,
  DescriptionList,
  EmptyState,
  Entered,
  Page,
  PaperBlock,
  Table,
} from "../../../ui/index.ts";
import { zeitraumName } from "../../auswertung/index.ts";
import type { Kapitel as KapitelTyp, Konzept, Teil as TeilTyp } from "../model/konzept.ts";
import { type Konzeptstand, bloeckeVon, namenOf } from "../model/konzeptpapier.ts";
import { FRAGEN, teilName } from "../model/teile.ts";
import { bilderFehlen, bilderSatz } from "../model/word-bilder.ts";
import { belowRoom, teilTitel } from "../parts/below.ts";
import { FASSUNG, KAPITEL, LIST, TEIL, getan } from "../parts/getan.ts";
import { type Offen, offenesIn } from "../queries/besprechung.ts";
import { type FassungKopf, fassungen } from "../queries/fassungen.ts";
import { gruppeOf } from "../queries/gruppe.ts";
import { konzeptOf } from "../queries/konzepte.ts";
import { standOf } from "../queries/stand.ts";

type Seite = {
  readonly konzept: Konzept;
  readonly stand: Konzeptstand;
  /** What its texts may name. */
  readonly namen: ReturnType<typeof namenOf>;
  readonly offen: ReadonlyMap<string, Offen>;
};

/** A draft as its group has it: chapter by chapter, with the figures of now, and what is open at each part. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "konzept.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const { gruppe, alle, ...seite } = await readAs(actor, async (tx) => {
      const konzept = await konzeptOf(tx, actor, idOf(visit));
      const stand = await standOf(tx, actor, konzept);
      const teile = stand.kapitel.flatMap((k) => k.teile.map(({ id }) => id));
      return {
        konzept,
        stand,
        namen: namenOf(stand),
        offen: await offenesIn(tx, teile),
        gruppe: await gruppeOf(tx, actor, konzept.id),
        alle: await fassungen(tx, konzept.id),
      };
    });
    const { konzept, stand } = seite;
    return (
      <Page {...belowRoom(visit)} title="Entwurf des Handlungskonzepts" heading={false} wide>
        <Kopf
          visit={visit}
          konzept={konzept}
          gruppe={gruppe.length}
          fassung={alle[0]}
          leer={stand.kapitel.length === 0}
        />
        <Bilder kapitel={stand.kapitel} />
        {stand.kapitel.length === 0 ? (
          <Card>
            <EmptyState>Noch ist kein Kapitel angelegt.</EmptyState>
          </Card>
        ) : (
          stand.kapitel.map((kapitel) => <Kapitel kapitel={kapitel} seite={seite} />)
        )}
        {alle.length === 0 ? null : <Fassungen alle={alle} konzept={konzept} />}
      </Page>
    );
  },
});

/** What a Word file showed and nobody has put into words yet. */
function Bilder({ kapitel }: { readonly kapitel: readonly KapitelTyp[] }) {
  const missing = bilderFehlen(kapitel);
  return missing.length === 0 ? null : (
    <Alert kind="info">
      Bilder aus der Word-Datei sind nicht übernommen: {bilderSatz(missing)}. Im Text steht „[Bild aus Word]“. Schreiben
      Sie dort, was es zeigt, oder nehmen Sie die Stelle heraus. Beschließen geht erst danach.
    </Alert>
  );
}

type KopfProps = {
  readonly visit: Visit;
  readonly konzept: Konzept;
  readonly gruppe: number;
  readonly fassung: FassungKopf | undefined;
  readonly leer: boolean;
};

function Kopf({ konzept, gruppe, fassung, leer }: KopfProps) {
  const self = `${LIST}/${konzept.id}`;
  return (
    <Card title={<Entered>{konzept.titel}</Entered>} level={1}>
      <DescriptionList
        items={[
          { term: "Stand", value: fassung === undefined ? "Entwurf" : `Entwurf der Fassung ${fassung.nummer + 1}` },
          { term: "Zahlen im Text", value: `${zeitraumName(konzept)}, folgen den Daten bis zum Beschluss` },
          { term: "Gruppe", value: anzahl(gruppe, "Person", "Personen") },
        ]}
      />
      <Actions>
        {konzept.steuert && !leer ? (
          <ButtonLink kind="primary" href={`${self}/beschluss`}>
            Beschluss festhalten
          </ButtonLink>
        ) : null}
        {konzept.schreibt ? <ButtonLink href={`${self}/kapitel`}>Kapitel hinzufügen</ButtonLink> : null}
        <ButtonLink href={`${self}/gruppe`}>Gruppe</ButtonLink>
        <ButtonLink href={`${self}/quellen`}>Quellen</ButtonLink>
        <ButtonLink kind="tertiary" href={`${self}/pdf`}>
          Entwurf als PDF
        </ButtonLink>
        <ButtonLink kind="tertiary" href={`${self}/docx`}>
          als Word-Datei
        </ButtonLink>
        {konzept.schreibt ? (
          <ButtonLink kind="tertiary" href={`${self}/titel`}>
            Titel und Zeitraum
          </ButtonLink>
        ) : null}
        {konzept.steuert && fassung === undefined ? (
          <ButtonLink kind="tertiary" href={`${self}/verwerfen`}>
            Verwerfen
          </ButtonLink>
        ) : null}
      </Actions>
    </Card>
  );
}

function Kapitel({ kapitel, seite }: { readonly kapitel: KapitelTyp; readonly seite: Seite }) {
  const link = seite.konzept.schreibt ? (
    <a href={`${KAPITEL}/${kapitel.id}`} aria-label={`Kapitel ändern: ${kapitel.titel}`}>
      Kapitel ändern
    </a>
  ) : undefined;
  return (
    <Card title={<Entered>{kapitel.titel}</Entered>} action={link} id={`kapitel-${kapitel.id}`}>
      <div class="paper">
        {kapitel.teile.map((teil) => (
          <Teil teil={teil} kapitel={kapitel} seite={seite} />
        ))}
      </div>
    </Card>
  );
}

const offenText = ({ kommentare, vorschlaege }: Offen): string =>
  [
    kommentare === 0 ? "" : anzahl(kommentare, "Kommentar", "Kommentare"),
    vorschlaege === 0 ? "" : anzahl(vorschlaege, "Vorschlag", "Vorschläge"),
  ]
    .filter((one) => one !== "")
    .join(", ");

type TeilProps = { readonly teil: TeilTyp; readonly kapitel: KapitelTyp; readonly seite: Seite };

function Teil({ teil, kapitel, seite: { konzept, namen, offen } }: TeilProps) {
  const named = teilTitel({ teil, kapitel });
  const open = offenText(offen.get(teil.id) ?? { kommentare: 0, vorschlaege: 0 });
  const self = `${TEIL}/${teil.id}`;
  return (
    <>
      <div class="head">
        <h3>{teilName(teil.art)}</h3>
        <span>
          {konzept.schreibt ? (
            <>
              <a href={self} aria-label={`Schreiben: ${named}`}>
                Schreiben
              </a>
              {" · "}
            </>
          ) : null}
          <a href={`${self}/besprechen`} aria-label={`Besprechen: ${named}`}>
            Besprechen
          </a>
          {open === "" ? null : ` (${open})`}
        </span>
      </div>
      {teil.text === "" ? (
        <p class="hint">Noch leer. {teil.art === "text" ? "" : FRAGEN[teil.art]}</p>
      ) : (
        bloeckeVon(teil.text, namen).map((block) => <PaperBlock block={block} ebene={1} />)
      )}
    </>
  );
}

const Fassungen = ({ alle, konzept }: { readonly alle: readonly FassungKopf[]; readonly konzept: Konzept }) => (
  <Card
    title="Beschlossene Fassungen"
    action={<a href={`${LIST}/${konzept.id}/unterschied`}>Was der Entwurf ändert</a>}
  >
    <Table
      caption="Beschlossene Fassungen"
      hideCaption
      rows={alle}
      href={({ id }) => `${FASSUNG}/${id}`}
      columns={[
        { label: "Fassung", cell: ({ nummer }) => `Fassung ${nummer}` },
        { label: "beschlossen am", cell: ({ beschlossenAm }) => <Day iso={beschlossenAm} /> },
        { label: "Was anders ist", cell: ({ aenderung }) => <Entered>{aenderung ?? "–"}</Entered>, whole: true },
      ]}
    />
  </Card>
);
