import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { placeInAddress } from "../../../platform/place.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  ButtonLink,
  Card,
  Choices,
  Day,
  EmptyState,
  Entered,
  Page,
  Pager,
  Status,
  Table,
} from "../../../ui/index.ts";
import { Wessen, vertretene, wessenAkte, wessenTitel, wessenWahl } from "../../zustaendigkeit/index.ts";
import { STAENDE } from "../model/stand.ts";
import { ABGEBEN, ANNEHMEN, KARTE, LIST, STAPEL, getan } from "../parts/getan.ts";
import { familienName, ortText, standKind } from "../parts/worte.ts";
import { AUSWAHL, type Auswahl, type HaushaltZeile, haushaltListe } from "../queries/listen.ts";
import { type Stapel, alleStapel } from "../queries/stapel.ts";

const NAMEN: Readonly<Record<Auswahl, string>> = {
  offen: "offen",
  abgeschlossen: "Orientierung abgeschlossen",
  nicht_erreicht: "nicht erreicht",
  verlegt: "verlegt",
};

const TITEL = { eigene: "Meine Neuzuweisungen", vertretung: "Neuzuweisungen in Vertretung" };

const Query = z.object({
  auswahl: z.enum(AUSWAHL).default("offen"),
  wessen: Wessen,
  stapel: z.uuid().optional(),
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});
type Asked = z.output<typeof Query>;

function addressOf(
  { auswahl, wessen, stapel }: Asked,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const set = Object.entries({ auswahl, wessen, stapel, ...more }).flatMap(([name, value]): [string, string][] =>
    value === undefined || (name === "auswahl" && value === "offen") ? [] : [[name, value]],
  );
  return set.length === 0 ? LIST : `${LIST}?${new URLSearchParams(set).toString()}`;
}

/** The households that one is responsible for, and the lists that they came from. */
export const show = page({
  path: LIST,
  permission: "zuweisung.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const asked = readQuery(Query, visit.url);
    const from = { older: asked.aeltere, newer: asked.neuere };
    const { liste, fuer, stapel } = await readAs(actor, async (tx) => ({
      liste: await haushaltListe(tx, actor, asked, from),
      fuer: await vertretene(tx, actor),
      stapel: await alleStapel(tx, actor),
    }));
    const place = (at: typeof liste.neuer) => (at === undefined ? undefined : `${at.am}_${at.id}`);
    return (
      <Page frame={visit.frame} title="Neuzuweisungen" heading={false} wide>
        <Card
          title={wessenTitel(asked.wessen, TITEL)}
          level={1}
          action={<Wege writes={may(actor, "zuweisung.schreiben")} />}
        >
          <Choices
            label="Wessen Neuzuweisungen"
            items={wessenWahl(fuer, asked.wessen, (wessen) => addressOf({ ...asked, wessen }))}
          />
          <Choices
            label="Welche Haushalte"
            items={AUSWAHL.map((one) => ({
              label: NAMEN[one],
              href: addressOf({ ...asked, auswahl: one }),
              current: one === asked.auswahl,
            }))}
          />
          <Haushalte zeilen={liste.zeilen} auswahl={asked.auswahl} akteVon={wessenAkte(fuer, asked.wessen)} />
          <Pager
            newer={liste.neuer === undefined ? undefined : addressOf(asked, { neuere: place(liste.neuer) })}
            older={liste.aelter === undefined ? undefined : addressOf(asked, { aeltere: place(liste.aelter) })}
          />
        </Card>
        <Listen stapel={stapel} />
      </Page>
    );
  },
});

const Wege = ({ writes }: { readonly writes: boolean }) => (
  <Actions>
    {writes ? <ButtonLink href={ANNEHMEN}>Liste annehmen</ButtonLink> : null}
    {writes ? (
      <ButtonLink kind="secondary" href={ABGEBEN}>
        Haushalte abgeben
      </ButtonLink>
    ) : null}
    <ButtonLink kind="tertiary" href={KARTE}>
      Karte
    </ButtonLink>
  </Actions>
);

type HaushalteProps = {
  readonly zeilen: readonly HaushaltZeile[];
  readonly auswahl: Auswahl;
  /** Whose each is, where they are of several accounts. */
  readonly akteVon: ((zeile: HaushaltZeile) => string) | undefined;
};

const Haushalte = ({ zeilen, auswahl, akteVon }: HaushalteProps) => (
  <Table
    caption="Zugewiesene Haushalte"
    hideCaption
    rows={zeilen}
    href={({ id }) => `${LIST}/${id}`}
    empty={
      <EmptyState>
        {auswahl === "offen"
          ? "Hier wartet niemand auf Sie. Kommt eine Liste vom Sozialamt, nehmen Sie sie oben an."
          : `Niemand ist „${NAMEN[auswahl]}“.`}
      </EmptyState>
    }
    columns={[
      { label: "Wer", cell: (z) => <Entered>{familienName(z, z.mitglieder)}</Entered> },
      { label: "Menschen", cell: ({ menschen }) => String(menschen), figure: true },
      { label: "Wo", cell: ortText },
      { label: "Zugewiesen", cell: ({ zugewiesenAm }) => <Day iso={zugewiesenAm} /> },
      { label: "Stand", cell: ({ stand }) => <Status kind={standKind(stand)}>{STAENDE[stand]}</Status> },
      { label: "seit", cell: ({ standSeit }) => <Day iso={standSeit} /> },
      ...(akteVon === undefined
        ? []
        : [{ label: "Zuständig", cell: (z: HaushaltZeile) => <Entered>{akteVon(z)}</Entered> }]),
    ]}
  />
);

const Listen = ({ stapel }: { readonly stapel: readonly Stapel[] }) =>
  stapel.length === 0 ? null : (
    <Card title="Angenommene Listen" id="stapel">
      <Table
        caption="Stapel des Trägers, ohne Namen"
        hideCaption
        rows={stapel}
        first={5}
        href={({ id }) => `${STAPEL}/${id}`}
        columns={[
          { label: "Liste vom", cell: ({ angekuendigt }) => <Day iso={angekuendigt} /> },
          { label: "Haushalte", cell: ({ haushalte }) => String(haushalte), figure: true },
          { label: "Menschen", cell: ({ menschen }) => String(menschen), figure: true },
          { label: "noch offen", cell: ({ offen }) => anzahl(offen, "Haushalt", "Haushalte") },
        ]}
      />
    </Card>
  );
