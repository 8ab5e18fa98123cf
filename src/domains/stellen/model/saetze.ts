import { tagText } from "../../../platform/span.ts";
import { gross, und, zahlwort } from "../../berichte/model/sprache.ts";
import { type StelleAmTag, type Stellenplan, genehmigteModule, kommunenVorOrt, personen } from "./plan.ts";
import { type Hundertstel, LOKAL, type Modul, vzaeText } from "./stelle.ts";
import { vzae } from "./texte.ts";

/**
 * The staffing as sentences of a committee paper. It is read later than it is true, so it tells of its day in the past tense.
 * Names nobody, and gives no reason: one that is missing beside others would say something about a person.
 */

/** Whose post it is, after "die Stelle"; a kind that is not here is named as its list names it. */
const WESSEN: Readonly<Record<string, string>> = {
  koordination: "der Koordination",
  cm_koordination: "der Koordination des Case Managements",
  verwaltungsassistenz: "der Verwaltungsassistenz",
  cm_lokal: "des lokalen Case Managements",
  cm_mukis: "des Case Managements MuKi-S",
  cm_abh: "des Case Managements in der Ausländerbehörde",
  abh_fachkraft: "der ABH",
  ebh_fachkraft: "der EBH",
};
const wessen = ({ stelle }: StelleAmTag): string => WESSEN[stelle.art] ?? `„${stelle.artName}“`;

/** What is filled, as the subject of a sentence. */
const WER: Readonly<Record<string, string>> = {
  koordination: "Die Koordination",
  cm_koordination: "Die Koordination des Case Managements",
  verwaltungsassistenz: "Die Verwaltungsassistenz",
  cm_lokal: "Das lokale Case Management",
  cm_mukis: "Das Case Management MuKi-S",
  cm_abh: "Das Case Management in der Ausländerbehörde",
  abh_fachkraft: "Die ABH",
  ebh_fachkraft: "Die EBH",
};
const wer = ({ stelle }: StelleAmTag): string => WER[stelle.art] ?? `„${stelle.artName}“`;

function vollBesetzt({ stichtag, module }: Stellenplan, voll: readonly Modul[]): string {
  const am = `Am ${tagText(stichtag)}`;
  const named = voll.map((modul) => `${modul} (${vzae(module[modul].soll)})`);
  if (voll.length === 0) return `${am} war kein Modul vollständig besetzt.`;
  return voll.length === 1
    ? `${am} war das Modul ${named[0]} vollständig besetzt.`
    : `${am} waren die Module ${und(named)} vollständig besetzt.`;
}

/** Who counsels where. People, not full-time equivalents. */
function vorOrt(plan: Stellenplan): string[] {
  const of = (art: string) => personen(plan.zeilen.filter((z) => z.stelle.art === art));
  const n = kommunenVorOrt(plan);
  const parts = [
    { zahl: of(LOKAL), wo: n === 1 ? "in einer Kommune lokal" : `in ${zahlwort(n)} Kommunen lokal` },
    { zahl: of("cm_mukis"), wo: "für MuKi-S kreisweit" },
    { zahl: of("cm_abh"), wo: "in der Ausländerbehörde" },
  ].filter((part) => part.zahl > 0);
  if (parts.length === 0) return [];
  const words = parts.map(({ zahl, wo }, i) => {
    const person = i > 0 ? "" : zahl === 1 ? " Person" : " Personen";
    return `${zahlwort(zahl)}${person} ${wo}`;
  });
  return [`Im Case Management ${parts[0]?.zahl === 1 ? "war" : "waren"} ${und(words)} tätig.`];
}

/** Vacant posts of one kind that have been so since the same day. */
type Vakante = { readonly zeilen: readonly StelleAmTag[]; readonly seit: string; readonly wieder: boolean };

function vakante(zeilen: readonly StelleAmTag[]): Vakante[] {
  const key = ({ stelle, vakanz }: StelleAmTag) =>
    vakanz === undefined ? "" : `${stelle.art} ${vakanz.seit} ${vakanz.wieder}`;
  return [...Map.groupBy(zeilen, key)].flatMap(([, rows]) => {
    const vakanz = rows[0]?.vakanz;
    return vakanz === undefined ? [] : [{ zeilen: rows, seit: vakanz.seit, wieder: vakanz.wieder }];
  });
}

const sum = (zeilen: readonly StelleAmTag[], of: (z: StelleAmTag) => Hundertstel): Hundertstel =>
  zeilen.reduce((all, z) => all + of(z), 0);

/** "die Stelle der ABH (1 VZÄ)", "2 VZÄ der Stellen des lokalen Case Managements (3 VZÄ)". */
function stellenText(
  zeilen: readonly StelleAmTag[],
  part: Hundertstel,
): { readonly text: string; readonly many: boolean } {
  const [first] = zeilen;
  if (first === undefined) throw new Error("No posts to speak of.");
  const soll = sum(zeilen, (z) => z.stelle.vzae);
  const one = zeilen.length === 1;
  if (part < soll)
    return {
      text: `${vzae(part)} der ${one ? "Stelle" : "Stellen"} ${wessen(first)} (${vzae(soll)})`,
      many: part !== 100,
    };
  return one
    ? { text: `die Stelle ${wessen(first)} (${vzae(soll)})`, many: false }
    : { text: `${zahlwort(zeilen.length)} Stellen ${wessen(first)} (${vzae(soll)})`, many: true };
}

const vakantText = ({ zeilen, seit, wieder }: Vakante): string => {
  const { text, many } = stellenText(
    zeilen,
    sum(zeilen, (z) => z.vakanz?.vzae ?? 0),
  );
  return `${text} ${many ? "waren" : "war"} seit dem ${tagText(seit)} ${wieder ? "wieder " : ""}vakant`;
};

/** "waren 2 von 3 VZÄ besetzt", "war von 3 VZÄ keines besetzt" */
function besetzt({ module }: Stellenplan, modul: Modul): string {
  const { soll, ist } = module[modul];
  if (ist === 0) return `war von ${vzae(soll)} ${soll === 100 ? "nichts" : "keines"} besetzt`;
  return `${ist === 100 ? "war" : "waren"} ${vzaeText(ist)} von ${vzae(soll)} besetzt`;
}

function teilweise(plan: Stellenplan, modul: Modul): string[] {
  const zeilen = plan.zeilen.filter((z) => z.stelle.modul === modul);
  const first = `Im Modul ${modul} ${besetzt(plan, modul)}; ${vakante(zeilen).map(vakantText).join("; ")}.`;
  const voll = [...Map.groupBy(zeilen, (z) => z.stelle.art).values()].filter((rows) =>
    rows.every((z) => z.vakanz === undefined),
  );
  const rest = voll.flatMap((rows) => {
    const [one] = rows;
    return one === undefined ? [] : [`${wer(one)} war mit ${vzae(sum(rows, (z) => z.ist))} besetzt.`];
  });
  return [first, ...rest];
}

/**
 * The staffing on a day: "Am 23.11.2023 waren die Module I (3,5 VZÄ) und II (11 VZÄ) vollständig besetzt. … Im Modul III waren
 * 2 von 3 VZÄ besetzt; die Stelle der ABH (1 VZÄ) war seit dem 01.09.2023 wieder vakant."
 */
export function stellenSaetze(plan: Stellenplan): string[] {
  const module = genehmigteModule(plan);
  if (module.length === 0) return [`Zum Stellenplan liegen für den ${tagText(plan.stichtag)} keine Angaben vor.`];
  const voll = module.filter((modul) => plan.module[modul].vakant === 0);
  return [
    vollBesetzt(plan, voll),
    ...vorOrt(plan),
    ...module.filter((modul) => !voll.includes(modul)).flatMap((modul) => teilweise(plan, modul)),
  ];
}

/** What happened to the posts of one Modul between two days, each as a half sentence. */
function ereignisse(before: readonly StelleAmTag[], after: readonly StelleAmTag[]): string[] {
  const then = new Map(before.map((z) => [z.stelle.id, z]));
  const less = after.filter(
    (z) => z.vakanz !== undefined && z.vakanz.vzae > (then.get(z.stelle.id)?.vakanz?.vzae ?? 0),
  );
  const more = after.filter((z) => (z.vakanz?.vzae ?? 0) < (then.get(z.stelle.id)?.vakanz?.vzae ?? 0));
  const gone = vakante(less).map((v) => {
    const { text, many } = stellenText(
      v.zeilen,
      sum(v.zeilen, (z) => z.vakanz?.vzae ?? 0),
    );
    return `seit dem ${tagText(v.seit)} ${many ? "sind" : "ist"} ${text} ${v.wieder ? "wieder " : ""}vakant`;
  });
  const came = [...Map.groupBy(more, (z) => `${z.stelle.art} ${seitWann(z)}`).values()].map((rows) => {
    const [first] = rows;
    const filled = sum(rows, (z) => (then.get(z.stelle.id)?.vakanz?.vzae ?? 0) - (z.vakanz?.vzae ?? 0));
    const { text, many } = stellenText(rows, filled);
    return `seit dem ${tagText(first === undefined ? "" : seitWann(first))} ${many ? "sind" : "ist"} ${text} besetzt`;
  });
  return [...gone, ...came];
}

/** Since when a post is filled as it is: the latest day on which somebody came. */
const seitWann = (z: StelleAmTag): string =>
  z.besetzungen
    .map((b) => b.von)
    .toSorted()
    .at(-1) ?? z.stelle.von;

function aenderung(before: Stellenplan, after: Stellenplan, modul: Modul): string[] {
  const of = (plan: Stellenplan) => plan.zeilen.filter((z) => z.stelle.modul === modul);
  const [was, is] = [before.module[modul], after.module[modul]];
  const happened = ereignisse(of(before), of(after));
  const approved =
    was.soll === is.soll ? [] : [`im Modul ${modul} sind ${vzae(is.soll)} statt ${vzae(was.soll)} genehmigt`];
  const all = [...approved, ...happened];
  if (all.length === 0) return [];
  const am = `am ${tagText(after.stichtag)}`;
  const now =
    is.vakant === 0
      ? `${am} war damit das Modul ${modul} (${vzae(is.soll)}) vollständig besetzt`
      : `${am} ${besetzt(after, modul).replace(/^(\w+) /, `$1 damit im Modul ${modul} `)}`;
  return [`${gross(und(all))}; ${now}.`];
}

/**
 * Only what has changed from one day to another: "Seit dem 01.09.2023 ist die Stelle der ABH (1 VZÄ) wieder vakant; am
 * 23.11.2023 waren damit im Modul III 2 von 3 VZÄ besetzt. Im Übrigen blieb die Besetzung unverändert."
 */
export function stellenAenderungen(before: Stellenplan, after: Stellenplan): string[] {
  const either = new Set([...genehmigteModule(before), ...genehmigteModule(after)]);
  const told = [...either].flatMap((modul) => aenderung(before, after, modul));
  if (told.length === 0) return [`Bis zum ${tagText(after.stichtag)} blieb die Besetzung unverändert.`];
  return [...told, "Im Übrigen blieb die Besetzung unverändert."];
}
