import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { type Actor, may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Choices,
  EmptyState,
  Entered,
  Page,
  Pager,
  Table,
} from "../../../ui/index.ts";
import { personNames } from "../../personen/index.ts";
import { Wessen, vertretene, wessenAkte, wessenWahl } from "../../zustaendigkeit/index.ts";
import { AUSWAHL, AUSWAHL_WORTE, type Auswahl } from "../model/frist.ts";
import { LIST, getan } from "../parts/getan.ts";
import { mitRueckgaengig } from "../parts/rueckgaengig.ts";
import { SPALTEN, fristPath } from "../parts/tabelle.tsx";
import type { Frist } from "../queries/frist.ts";
import { fristListe } from "../queries/liste.ts";

const Query = z.object({
  stand: z.enum(AUSWAHL).optional(),
  wessen: Wessen,
  person: z.uuid().optional(),
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});

const NICHTS: Readonly<Record<Auswahl, string>> = {
  faellig: "Gerade ist nichts fällig.",
  ueberfaellig: "Nichts ist überfällig.",
  offen: "Keine Frist ist offen. Eine neue setzen Sie auf der Seite einer Person oder eines Falls.",
  beendet: "Noch ist keine Frist beendet.",
};

/** One's own Fristen: those that are due, until somebody asks for others; of one person all that are open. */
export const show = page({
  path: LIST,
  permission: "fall.lesen",
  notices: getan,
  show: async (visit) => {
    const { stand, wessen, person, aeltere, neuere } = readQuery(Query, visit.url);
    const auswahl = stand ?? (person === undefined ? "faellig" : "offen");
    const { actor } = visit;
    const { liste, fuer, name } = await readAs(actor, async (tx) => ({
      liste: await fristListe(tx, actor, { auswahl, wessen, person }, { older: aeltere, newer: neuere }),
      fuer: person === undefined ? await vertretene(tx, actor) : [],
      name: person === undefined ? undefined : (await personNames(tx, actor, [person])).get(person),
    }));
    const of = { ...(wessen === undefined ? {} : { wessen }), ...(person === undefined ? {} : { person }) };
    const href = (words: Readonly<Record<string, string>>) => `${LIST}?${new URLSearchParams(words).toString()}`;
    const beyond = (word: string, place: Place | undefined) =>
      place === undefined ? undefined : href({ stand: auswahl, ...of, [word]: `${place.am}_${place.id}` });
    return (
      <Page frame={mitRueckgaengig(visit)} title="Fristen" heading={false} wide>
        <Card
          action={person === undefined || !may(actor, "fall.schreiben") ? <Erinnerung /> : <Setzen person={person} />}
          title={name === undefined ? "Fristen" : <>Fristen: {<Entered>{name}</Entered>}</>}
          level={1}
        >
          <Choices
            label="Wessen Fristen"
            items={wessenWahl(fuer, wessen, (whose) => (whose === undefined ? LIST : href({ wessen: whose })))}
          />
          <Choices
            label="Welche Fristen"
            items={AUSWAHL.map((one) => ({
              label: AUSWAHL_WORTE[one],
              href: href({ stand: one, ...of }),
              current: one === auswahl,
            }))}
          />
          <Auswaehlen actor={actor} fristen={liste.fristen} auswahl={auswahl} akteVon={wessenAkte(fuer, wessen)} />
          <Pager newer={beyond("neuere", liste.neuer)} older={beyond("aeltere", liste.aelter)} byDay={false} />
        </Card>
      </Page>
    );
  },
});

const Erinnerung = () => (
  <ButtonLink kind="tertiary" small href={`${LIST}/erinnerung`}>
    Erinnerung per E-Mail
  </ButtonLink>
);

const Setzen = ({ person }: { readonly person: string }) => (
  <ButtonLink kind="secondary" small href={`${LIST}/neu?person=${person}`}>
    Frist setzen
  </ButtonLink>
);

type ListeProps = {
  readonly actor: Actor;
  readonly fristen: readonly Frist[];
  readonly auswahl: Auswahl;
  /** Whose each is, where they are of several accounts. */
  readonly akteVon: ((frist: Frist) => string) | undefined;
};

/** The list with a box at each, and what can be done with those that are ticked: the next page asks what it needs. */
function Auswaehlen({ actor, fristen, auswahl, akteVon }: ListeProps) {
  const whose = akteVon && { label: "Akte von", cell: (frist: Frist) => <Entered>{akteVon(frist)}</Entered> };
  const spalten = whose === undefined ? SPALTEN : [...SPALTEN, whose];
  const box = {
    label: "Auswahl",
    cell: ({ id, version, titel }: Frist) => (
      <input type="checkbox" name="frist" value={`${id}.${version}`} aria-label={`Auswählen: ${titel}`} />
    ),
  };
  const writes = may(actor, "fall.schreiben") && fristen.length > 0;
  const table = (
    <Table
      caption="Fristen, die nächste zuerst"
      hideCaption
      rows={fristen}
      href={fristPath}
      columns={writes ? [box, ...spalten] : spalten}
      empty={<EmptyState>{NICHTS[auswahl]}</EmptyState>}
    />
  );
  if (!writes) return table;
  return (
    <form method="get" action={`${LIST}/auswahl`}>
      {table}
      <Actions>
        {auswahl === "beendet" ? (
          <Knopf tun="oeffnen">Wieder öffnen</Knopf>
        ) : (
          <>
            <Knopf tun="erledigen">Erledigt</Knopf>
            <Knopf tun="verschieben">Verschieben</Knopf>
            <Knopf tun="verwerfen">Verwerfen</Knopf>
            {may(actor, "vertretung.eigene") ? <Knopf tun="uebergeben">Übergeben</Knopf> : null}
          </>
        )}
      </Actions>
    </form>
  );
}

const Knopf = ({ tun, children }: { readonly tun: string; readonly children: string }) => (
  <Button kind="secondary" small name="tun" value={tun}>
    {children}
  </Button>
);
