import { tagText } from "../../../platform/span.ts";
import { type Grund, type StelleAmTag, type Stellenplan, genehmigteModule, kommunenVorOrt, personen } from "./plan.ts";
import { type Hundertstel, LOKAL, type Modul, vzaeText } from "./stelle.ts";

/** "3,5 VZÄ" */
export const vzae = (h: Hundertstel): string => `${vzaeText(h)} VZÄ`;

export const MODUL_NAMEN: Readonly<Record<Modul, string>> = {
  I: "Modul I – Koordination",
  II: "Modul II – Case Management",
  III: "Modul III – Ausländer- und Einbürgerungsbehörde",
};

/** For narrow tables, below the heading "Modul". */
export const MODUL_KURZ: Readonly<Record<Modul, string>> = {
  I: "I – Koordination",
  II: "II – Case Management",
  III: "III – ABH und EBH",
};

/** Why a post is vacant, as somebody may read it: personal reasons only with the names. */
export const grundText = (grund: Grund | undefined, mitPersoenlichem: boolean): string => {
  if (grund === undefined) return "kein Grund angegeben";
  return grund.persoenlich && !mitPersoenlichem ? "nicht einsehbar" : grund.name;
};

/** What works in a kind of post, as the subject of a sentence; the code of a kind that has none stands for itself. */
const WER: Readonly<Record<string, string>> = {
  koordination: "die Koordination",
  cm_koordination: "die Koordination des Case Managements",
  verwaltungsassistenz: "die Verwaltungsassistenz",
  cm_lokal: "das lokale Case Management",
  cm_mukis: "das Case Management MuKi-S",
  cm_abh: "das Case Management in der Ausländerbehörde",
  abh_fachkraft: "die ABH",
  ebh_fachkraft: "die EBH",
};
const werOf = (zeile: StelleAmTag): string => WER[zeile.stelle.art] ?? zeile.stelle.artName;

const ZAHLWORT = ["keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf"];

/** Counts up to twelve are words, as in the administration's papers. */
const zahlwort = (n: number): string => (n === 12 ? "zwölf" : (ZAHLWORT[n] ?? String(n)));

const und = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} und ${parts.at(-1)}`;

const gross = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function vollBesetzt(plan: Stellenplan): string {
  const voll = genehmigteModule(plan).filter((modul) => plan.module[modul].vakant === 0);
  const am = `am ${tagText(plan.stichtag)}`;
  if (voll.length === 0)
    return `Von den genehmigten Vollzeitäquivalenten (VZÄ) ist ${am} kein Modul vollständig besetzt.`;
  const module = voll.map((modul) => `das Modul ${modul} mit ${vzae(plan.module[modul].soll)}`);
  const verb = voll.length === 1 ? "ist" : "sind";
  return `Im Hinblick auf die genehmigten Vollzeitäquivalente (VZÄ) ${verb} ${am} ${und(module)} vollständig besetzt.`;
}

/** Who counsels where. People, not full-time equivalents. */
function vorOrt(plan: Stellenplan): string | undefined {
  const of = (art: string) => personen(plan.zeilen.filter((z) => z.stelle.art === art));
  const n = kommunenVorOrt(plan);
  const parts = [
    { zahl: of(LOKAL), wo: n === 1 ? "in einer Kommune lokal" : `in ${zahlwort(n)} Kommunen lokal` },
    { zahl: of("cm_mukis"), wo: "für MuKi-S kreisweit" },
    { zahl: of("cm_abh"), wo: "in der Ausländerbehörde" },
  ].filter((part) => part.zahl > 0);
  if (parts.length === 0) return undefined;
  const words = parts.map(({ zahl, wo }, i) => {
    const person = i > 0 ? "" : zahl === 1 ? " Person" : " Personen";
    return `${zahlwort(zahl)}${person} ${wo}`;
  });
  return `Im Case Management ${parts[0]?.zahl === 1 ? "ist" : "sind"} ${und(words)} tätig.`;
}

/** Vacancies of one kind that began on the same day, for the same reason, are told together. */
function vakant(zeilen: readonly StelleAmTag[]): string[] {
  const told = new Map<string, { sum: Hundertstel; zeile: StelleAmTag; rest: string }>();
  for (const zeile of zeilen) {
    const { vakanz } = zeile;
    if (vakanz === undefined) continue;
    const why = vakanz.grund === undefined || vakanz.grund.persoenlich ? "" : `; ${vakanz.grund.name}`;
    const rest = `seit ${tagText(vakanz.seit)} ${vakanz.wieder ? "wieder " : ""}vakant${why}`;
    const key = `${zeile.stelle.art} ${rest}`;
    told.set(key, { zeile, rest, sum: (told.get(key)?.sum ?? 0) + vakanz.vzae });
  }
  return [...told.values()].map(({ sum, zeile, rest }) => {
    const soll = zeilen.filter((z) => z.stelle.art === zeile.stelle.art).reduce((all, z) => all + z.stelle.vzae, 0);
    const what = sum === 100 && soll === 100 ? "das VZÄ" : vzae(sum);
    return `${what} für ${werOf(zeile)} ${sum === 100 ? "ist" : "sind"} ${rest}`;
  });
}

function teilweise(plan: Stellenplan, modul: Modul): string[] {
  const { soll, ist } = plan.module[modul];
  const zeilen = plan.zeilen.filter((z) => z.stelle.modul === modul);
  const first = `Im Modul ${modul} ${ist === 100 ? "ist" : "sind"} ${vzaeText(ist)} von insgesamt ${vzae(soll)} besetzt (${vakant(zeilen).join("; ")}).`;
  const arten = [...new Set(zeilen.map((z) => z.stelle.art))].map((art) => zeilen.filter((z) => z.stelle.art === art));
  const voll = arten.filter((rows) => rows.every((z) => z.vakanz === undefined));
  const rest = voll.flatMap(([one, ...more]) =>
    one === undefined
      ? []
      : [`${gross(werOf(one))} ist mit ${vzae([one, ...more].reduce((sum, z) => sum + z.ist, 0))} besetzt.`],
  );
  return [first, ...rest];
}

/**
 * The staffing as sentences of a committee paper, of the kind "Im Modul III sind 2 von insgesamt 3 VZÄ besetzt (das VZÄ für die
 * ABH ist seit 01.09.2023 wieder vakant)." Names nobody, and no reason that says something about a person.
 */
export function stellenSaetze(plan: Stellenplan): string[] {
  const module = genehmigteModule(plan);
  if (module.length === 0) return [`Am ${tagText(plan.stichtag)} sind keine Stellen genehmigt.`];
  const ort = vorOrt(plan);
  return [
    vollBesetzt(plan),
    ...(ort === undefined ? [] : [ort]),
    ...module.filter((modul) => plan.module[modul].vakant > 0).flatMap((modul) => teilweise(plan, modul)),
  ];
}
