import { type Actor, may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { ungedeckt } from "../../auswertung/index.ts";
import { ARTEN, type Beschluss, type Gremium, beschluesse, gremien, kurz, topsZu } from "../../gremien/index.ts";
import {
  STAENDE as LUECKE_STAENDE,
  type Unversorgt,
  type Zeile,
  belegText,
  belegVon,
  genanntText,
  isEnde,
  nameVon,
  uebersicht,
} from "../../luecken/index.ts";
import { type Glied, type Kettenstoff, type Stueck, ketteVon } from "../model/kette.ts";
import type { Massnahme } from "../model/massnahme.ts";
import { type Reihe, lageVon, standText } from "../model/messung.ts";
import { STAENDE, isAufgegeben, isEnde as isMassnahmeEnde } from "../model/stand.ts";
import { indikatoren, massnahmen } from "./massnahmen.ts";
import { reihen } from "./reihen.ts";

/** A gap with the chain that began with it. */
export type Kette = {
  readonly zeile: Zeile;
  readonly kette: Glied;
  readonly massnahmen: readonly Massnahme[];
  readonly beschluesse: readonly Beschluss[];
};

type Alles = {
  readonly beschluesse: readonly Beschluss[];
  readonly gremien: readonly Gremium[];
  readonly tops: Awaited<ReturnType<typeof topsZu>>;
  readonly massnahmen: readonly Massnahme[];
  readonly reihen: readonly Reihe[];
  readonly ungedeckt: readonly Unversorgt[];
  /** Whether bodies have pages for whoever looks. */
  readonly gremienLesen: boolean;
};

/** The chains of these gaps, read for all of them at once. */
async function ketten(tx: Tx, actor: Actor, zeilen: readonly Zeile[]): Promise<Kette[]> {
  const ids = zeilen.flatMap(idsOf);
  const own = await massnahmen(tx, { luecken: ids });
  const alles: Alles = {
    beschluesse: await beschluesse(tx),
    gremien: await gremien(tx),
    tops: await topsZu(tx, ids),
    massnahmen: own,
    reihen: await reihen(
      tx,
      await indikatoren(
        tx,
        own.map(({ id }) => id),
      ),
    ),
    ungedeckt: await ungedeckt(tx, today()),
    gremienLesen: may(actor, "gremium.lesen"),
  };
  return zeilen.map((zeile) => ketteOf(zeile, alles));
}

/** Every chain of the Kreis, in the order of the weight of their gaps. */
export const alleKetten = async (tx: Tx, actor: Actor): Promise<Kette[]> =>
  ketten(tx, actor, await uebersicht(tx, actor, { stand: "alle" }));

/** The chain of one gap, also of one that was put together with another: that one's. @throws NotFound */
export async function ketteZu(tx: Tx, actor: Actor, id: string): Promise<Kette> {
  const zeile = (await uebersicht(tx, actor, { stand: "alle" })).find((one) => idsOf(one).includes(id));
  if (zeile === undefined) throw new NotFound();
  const [found] = await ketten(tx, actor, [zeile]);
  if (found === undefined) throw new NotFound();
  return found;
}

const idsOf = ({ luecke, andere }: Zeile): string[] => [luecke.id, ...andere.map(({ id }) => id)];

function ketteOf(zeile: Zeile, alles: Alles): Kette {
  const ids = idsOf(zeile);
  const measures = alles.massnahmen.filter(({ luecken }) => luecken.some((id) => ids.includes(id)));
  const about = ({ id, lueckeId }: Beschluss) =>
    (lueckeId !== null && ids.includes(lueckeId)) || measures.some(({ beschlussId }) => beschlussId === id);
  const decided = alles.beschluesse.filter(about).toReversed();
  const founded = ({ id, gegruendetDurch, lueckeId }: Gremium) =>
    decided.some((one) => one.id === gegruendetDurch) ||
    (lueckeId !== null && ids.includes(lueckeId)) ||
    measures.some(({ gruppeId }) => gruppeId === id);
  const zu = <S extends Stueck>(stueck: S, seite: string) =>
    alles.gremienLesen ? { ...stueck, href: `/gremien${seite}` } : stueck;
  const stoff: Kettenstoff = {
    meldungen: meldungenStueck(zeile, alles.ungedeckt),
    luecke: lueckeStueck(zeile),
    tops: topStuecke(
      decided,
      alles.tops.filter(({ lueckeId }) => ids.includes(lueckeId)),
    ).map(({ sitzungId, ...one }) => zu(one, `/sitzungen/${sitzungId}`)),
    beschluesse: decided.map((one) => ({
      ...zu(beschlussStueck(one), `/beschluesse/${one.id}`),
      topId: one.topId,
    })),
    gruppen: alles.gremien.filter(founded).map((one) => ({
      ...zu(gruppeStueck(one), `/${one.id}`),
      beschlussId: one.gegruendetDurch,
    })),
    massnahmen: measures.map((one) => ({
      ...massnahmeStueck(one),
      gruppeId: one.gruppeId,
      beschlussId: one.beschlussId,
    })),
    indikatoren: alles.reihen
      .filter(({ indikator }) => measures.some(({ id }) => id === indikator.massnahmeId))
      .map((reihe) => ({ ...indikatorStueck(reihe), massnahmeId: reihe.indikator.massnahmeId })),
  };
  return { zeile, kette: ketteVon(stoff), massnahmen: measures, beschluesse: decided };
}

/** How many spoke of it, and how often people met no offer besides: counts, never whose. */
function meldungenStueck({ gewicht, luecke }: Zeile, alle: readonly Unversorgt[]): Omit<Stueck, "id"> {
  const found = { handlungsfeld: luecke.handlungsfeld, kommunen: gewicht.kommunen };
  const beleg = (grund: Unversorgt["grund"], word: string) => {
    const one = belegVon(found, alle, grund);
    return one.anzahl === 0 && !one.mehr ? [] : [`${belegText(one)} ${word}`];
  };
  const parts = [
    ...(gewicht.faelle === 0 ? [] : [`${genanntText(gewicht.faelle)} aus Fällen`]),
    ...(gewicht.beratungen === 0 ? [] : [`${genanntText(gewicht.beratungen)} aus Beratungen`]),
    ...beleg("abgelehnt", "abgelehnte Verweise"),
    ...beleg("kein_angebot", "Beratungen ohne Angebot"),
  ];
  const titel =
    typeof gewicht.meldungen === "number"
      ? anzahl(gewicht.meldungen, "Meldung", "Meldungen")
      : `${genanntText(gewicht.meldungen)} Meldungen`;
  return { titel, notiz: parts.join(", "), lage: "done" };
}

const seit = (word: string, day: string): string => `${word} seit ${tagText(day)}`;

const lueckeStueck = ({ luecke }: Zeile): Stueck => ({
  id: luecke.id,
  titel: nameVon(luecke),
  notiz: seit(LUECKE_STAENDE[luecke.stand], luecke.standSeit),
  lage: luecke.stand === "geschlossen" ? "done" : isEnde(luecke.stand) ? "ended" : "open",
  href: `/luecken/${luecke.id}`,
});

/** Points of an agenda about the gap, the earliest first; and those of another one that decided about a measure for it. */
function topStuecke(decided: readonly Beschluss[], own: Alles["tops"]): (Stueck & { readonly sitzungId: string })[] {
  const others = [...Map.groupBy(decided, ({ topId }) => topId).values()].flatMap(([one]) =>
    one === undefined || own.some(({ id }) => id === one.topId)
      ? []
      : [
          {
            id: one.topId,
            sitzungId: one.sitzungId,
            titel: one.top,
            notiz: `${one.gremium}, ${tagText(one.gefasstAm)}`,
            lage: "done" as const,
          },
        ],
  );
  return [
    ...own.map(({ id, sitzungId, titel, gremium, tag, getagt }) => ({
      id,
      sitzungId,
      titel,
      notiz: `${gremium}, ${tagText(tag)}`,
      lage: getagt ? ("done" as const) : ("open" as const),
    })),
    ...others,
  ];
}

const beschlussStueck = (b: Beschluss): Stueck => ({
  id: b.id,
  titel: kurz(b.wortlaut),
  notiz: `Nr. ${b.nummer} vom ${tagText(b.gefasstAm)}, ${b.ergebnis}`,
  lage: b.ergebnis === "angenommen" ? "done" : "ended",
});

const gruppeStueck = (g: Gremium): Stueck => ({
  id: g.id,
  titel: g.name,
  notiz: `${ARTEN[g.art]}, ${g.beendetAm === null ? seit("tagt", g.gegruendetAm) : `beendet am ${tagText(g.beendetAm)}`}`,
  lage: g.beendetAm === null ? "open" : "done",
});

const massnahmeStueck = (m: Massnahme): Stueck => ({
  id: m.id,
  titel: m.titel,
  notiz: seit(STAENDE[m.stand], m.standSeit),
  lage: isAufgegeben(m.stand) ? "ended" : isMassnahmeEnde(m.stand) || m.stand === "wirkung" ? "done" : "open",
  href: `/massnahmen/${m.id}`,
});

const indikatorStueck = (reihe: Reihe): Stueck => ({
  id: reihe.indikator.id,
  titel: reihe.indikator.name,
  notiz: standText(reihe, tagText),
  lage: lageVon(reihe) === "erreicht" ? "done" : "open",
  href: `/massnahmen/${reihe.indikator.massnahmeId}#indikatoren`,
});
