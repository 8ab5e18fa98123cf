import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Span } from "../../../platform/span.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { LICHTER, dokumenteBis, lichtOf } from "../../dokumente/index.ts";
import { lageKodes } from "../../lebenslage/index.ts";
import { personOf } from "../../personen/index.ts";
import { type Befund, type Worte, pruefe } from "../model/pruefen.ts";
import { type Perspektive, type Regel, danach, davor, regelnAm, zeitraeume } from "../model/regel.ts";
import type { Tatsachen } from "../model/tatsachen.ts";
import { perspektiven, regeln } from "./regeln.ts";

/** A condition on the day, with its light and with the versions around it. */
export type Punkt = {
  readonly regel: Regel;
  readonly befund: Befund;
  readonly davor: Regel | undefined;
  readonly danach: Regel | undefined;
};

/** A paper that somebody brings, with its light. */
export type Papier = {
  readonly name: string;
  readonly kind: "success" | "warning" | "danger" | "info";
  readonly text: string;
};

export type Weg = {
  readonly perspektive: Perspektive;
  readonly punkte: readonly Punkt[];
  /** In which times its rules stayed the same. */
  readonly zeiten: readonly Span[];
};

export type Checkliste = {
  readonly person: Awaited<ReturnType<typeof personOf>>;
  readonly wege: readonly Weg[];
  readonly listen: Codelisten;
  readonly akte: Tatsachen;
  /** Whether the file says that she is German already. */
  readonly deutsche: boolean;
};

const STUFEN = ["a0", "a1", "a2", "b1", "b2", "c1", "c2"];
const DEUTSCH = new Set(["deutsch", "spaetaussiedler"]);
const DEUTSCHLAND = "000";

/** The lowest of some skills as a number, A1 = 1; null where one is not known. */
function niedrigste(stufen: readonly (string | null)[]): number | null {
  const zahlen = stufen.map((one) => (one === null ? -1 : STUFEN.indexOf(one)));
  const low = Math.min(...zahlen);
  return low < 0 ? null : low;
}

type Person = Checkliste["person"];

function deutschOf({ sprachen }: Person): Tatsachen["deutsch"] {
  const de = sprachen.find(({ code }) => code === "de");
  if (de === undefined) return null;
  return {
    muendlich: niedrigste([de.hoeren, de.sprechen]),
    alles: niedrigste([de.hoeren, de.sprechen, de.lesen, de.schreiben]),
    zertifikat: de.basis === "zertifikat",
  };
}

/** What the rules call codes of the lists. */
const worteOf = (listen: Codelisten): Worte => ({
  status: (code) => nameOf(listen.aufenthaltsstatus, code),
  leistung: (code) => nameOf(listen.leistung, code),
  werdegang: (code) => nameOf(listen.werdegang, code),
  dokument: (code) => nameOf(listen.dokumentart, code),
});

/**
 * What each way asks for on a day and what the file of a person says of it; `dokumente`: whether whoever asks may read her documents.
 * Information, no decision. @throws NotFound for a foreign person as for none
 */
export async function checkliste(
  tx: Tx,
  actor: Actor,
  id: string,
  { tag, dokumente }: { readonly tag: string; readonly dokumente: boolean },
): Promise<Checkliste> {
  const person = await personOf(tx, actor, id);
  const akte: Tatsachen = {
    ...(await lageKodes(tx, id)),
    deutsch: deutschOf(person),
    geburt: person.geburtsdatum ?? person.geburtsjahr,
    inDeutschlandSeit: person.inDeutschlandSeit,
    dokumente: dokumente ? await dokumenteBis(tx, id) : new Map(),
  };
  const listen = await codelisten(tx);
  const worte = worteOf(listen);
  const alle = await regeln(tx);
  const gelten = regelnAm(alle, tag);
  const wege = (await perspektiven(tx)).map((perspektive) => ({
    perspektive,
    zeiten: zeitraeume(alle.filter((regel) => regel.perspektive === perspektive.code)),
    punkte: gelten
      .filter((regel) => regel.perspektive === perspektive.code)
      .map((regel) => ({
        regel,
        befund: pruefe({ regel, akte, tag, worte }),
        davor: davor(alle, regel),
        danach: danach(alle, regel),
      })),
  }));
  const deutsche =
    person.staatsangehoerigkeit?.code === DEUTSCHLAND ||
    akte.aufenthalte.some(({ status, bis }) => DEUTSCH.has(status) && (bis === null || bis >= tag));
  return { person, wege, listen, akte, deutsche };
}

/** The papers of a way, each once, with its light on the day. */
export function papiere({ akte, listen }: Checkliste, { punkte }: Weg, tag: string): Papier[] {
  const arten = [...new Set(punkte.flatMap(({ regel }) => regel.dokumente))];
  return arten.map((art) => {
    const bis = akte.dokumente.get(art);
    const { kind, text } = LICHTER[lichtOf(bis, tag)];
    // What is not filed is not missing: she may have it at home.
    return bis === undefined
      ? { name: nameOf(listen.dokumentart, art), kind: "info", text: "nicht abgelegt" }
      : { name: nameOf(listen.dokumentart, art), kind, text };
  });
}
