import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, type Values, overtaken, readQuery, refuseUnknownFields } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ConflictNotice,
  Form,
  HiddenField,
  WayCard,
  fieldsOf,
} from "../../../ui/index.ts";
import { decide } from "../commands/decide.ts";
import { optionenOf } from "../queries/kontext.ts";
import { Entscheidungsseite, type GeleseneListe, foundIn, shownListe } from "../parts/listenseite.tsx";
import { schrittHref } from "../parts/schritte.tsx";
import { Seitenweise, beginOf } from "../parts/seitenweise.tsx";
import { LIST, getan, permission } from "../parts/getan.ts";
import { type Optionen, type Wortzeile, isOffen, wahlVon, wortEntscheidungen, wortzeilen } from "../parts/wort-wahl.ts";
import { Bekannte, Wortwahl, codeName } from "../parts/wort-tabelle.tsx";
import { WORTARTEN } from "../../../listen/index.ts";

const PATH = `${LIST}/:id/woerter`;
/** Words decided at a time; each brings the whole list of its kind. */
const PAGE = 25;

const Entscheidung = z.object({ ab: z.string().optional() }).catchall(z.array(z.string()));
const Query = z.object({
  wort: z
    .string()
    .regex(/^wort-\d{1,6}$/)
    .optional(),
});

async function form(visit: Visit, rejected?: Rejected) {
  const liste = await shownListe(visit, rejected);
  const optionen = await readAs(visit.actor, async (tx) => {
    const all: [(typeof WORTARTEN)[number], Awaited<ReturnType<typeof optionenOf>>][] = [];
    for (const art of WORTARTEN) all.push([art, await optionenOf(tx, art)]);
    return new Map(all);
  });
  const { wort } = readQuery(Query, visit.url);
  return (
    <Entscheidungsseite
      visit={visit}
      liste={liste}
      schritt="woerter"
      rejected={rejected}
      work={(gelesen) => (
        <Woerter liste={gelesen} optionen={optionen} wort={wort} ab={beginOf(visit)} rejected={rejected} />
      )}
    />
  );
}

type Props = {
  readonly liste: GeleseneListe;
  readonly optionen: Optionen;
  /** A certain word that is to be changed. */
  readonly wort: string | undefined;
  readonly ab: number;
  readonly rejected: Rejected | undefined;
};

function Woerter(props: Props) {
  const { liste, wort, ab } = props;
  const zeilen = wortzeilen(liste.befund.woerter);
  const offen = zeilen.filter(isOffen);
  const sent = props.rejected === undefined ? [] : zeilen.filter(({ feld }) => feld in (props.rejected?.values ?? {}));
  const chosen = zeilen.filter(({ feld }) => feld === wort);
  const shown = sent.length > 0 ? sent : chosen.length > 0 ? chosen : offen.slice(ab, ab + PAGE);
  return (
    <>
      {shown.length === 0 ? <NichtsOffen liste={liste} /> : <Offene {...props} shown={shown} offen={offen.length} />}
      <Bekannte
        self={schrittHref(liste.id, "woerter")}
        optionen={props.optionen}
        zeilen={zeilen.filter((zeile) => !isOffen(zeile))}
      />
    </>
  );
}

function NichtsOffen({ liste }: { readonly liste: GeleseneListe }) {
  return (
    <WayCard title="Alle Wörter sind zugeordnet" way="Weiter zum Prüfen" href={schrittHref(liste.id, "pruefen")}>
      <p>Unten sehen Sie, was KIM wofür hält.</p>
    </WayCard>
  );
}

function Offene(props: Props & { readonly shown: readonly Wortzeile[]; readonly offen: number }) {
  const { liste, optionen, shown, offen, ab } = props;
  const self = schrittHref(liste.id, "woerter");
  const einzeln = !shown.some(isOffen) || props.wort !== undefined;
  const read: Values = Object.fromEntries(shown.map((zeile) => [zeile.feld, [wahlVon(zeile)]]));
  const rejected =
    props.rejected?.conflict === undefined
      ? props.rejected
      : overtaken(props.rejected.values, { version: liste.version, stored: read });
  const fields = shown.map(({ feld, wort, spalte }) => ({
    name: feld,
    label: wort,
    show: ([code = ""]: readonly string[]) => codeName(optionen, spalte, code),
  }));
  return (
    <Card title={einzeln ? "Wort ändern" : `${anzahl(offen, "Wort", "Wörter")} kennt KIM nicht`}>
      <p>
        Was Sie hier wählen, merkt sich KIM mit der Übernahme für alle Listen Ihres Trägers. Was Sie später entscheiden,
        bleibt wörtlich erhalten und zählt mit, sobald es zugeordnet ist.
      </p>
      <ConflictNotice rejected={rejected} fields={fields} stored={self} />
      <Form action={self} record={{ version: liste.version, values: read }} rejected={rejected}>
        <HiddenField name="ab" value={String(ab)} />
        <Wortwahl zeilen={shown} optionen={optionen} field={fieldsOf(read, rejected)} />
        <Actions>
          <Button>Speichern und weiter</Button>
          {einzeln ? (
            <ButtonLink kind="tertiary" href={self}>
              Abbrechen
            </ButtonLink>
          ) : (
            <ButtonLink href={schrittHref(liste.id, "pruefen")}>Alles später entscheiden</ButtonLink>
          )}
        </Actions>
      </Form>
      {einzeln ? null : <Seitenweise self={self} ab={ab} page={PAGE} gesamt={offen} was="Wörter" />}
    </Card>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: Entscheidung, notices: getan },
  async (tx, visit, { ab, ...sent }) => {
    refuseUnknownFields(sent, /^wort-\d{1,6}$/);
    const { befund } = await foundIn(tx, visit);
    const zeilen = wortzeilen(befund.woerter);
    const woerter = wortEntscheidungen(zeilen, sent);
    const self = schrittHref(visit.at.id, "woerter");
    // Words that wait for later stay where they are: the next ones come after them.
    const waiting = zeilen.filter((zeile) => isOffen(zeile) && sent[zeile.feld]?.[0] === "").length;
    const left = zeilen.filter((zeile) => isOffen(zeile) && !(zeile.feld in sent)).length;
    const begin = Number(/^\d{1,6}$/.test(ab ?? "") ? ab : 0);
    const next = left > begin ? `${self}?ab=${begin + waiting}` : schrittHref(visit.at.id, "pruefen");
    if (woerter.length === 0) return next;

    await decide(tx, visit.actor, visit.at, { woerter });
    return getan.after(next, "gespeichert");
  },
);
