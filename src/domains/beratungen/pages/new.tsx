import { z } from "zod";
import { type Answer, type Visit, page, PageAs, Redirect } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, lastly, readAs, writeAs } from "../../../platform/db.ts";
import { type Filled, filled } from "../../../platform/filled.ts";
import { type Rejected, type Values, first, readQuery } from "../../../platform/form.ts";
import type { Flash } from "../../../platform/frame.ts";
import { isId } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { codelisten } from "../../codelisten/index.ts";
import { recordBeratung } from "../commands/record.ts";
import { BeratungEingabe, datenVon } from "../model/eingabe.ts";
import { angefangene } from "../parts/entwuerfe.tsx";
import { ENTWURF as DRAFT, LIST, NEW as PATH, addressOf, fallPath, getan, savedPath } from "../parts/getan.ts";
import { keepForm, saying } from "../parts/keep-form.ts";
import { NeueBeratung, type Seite } from "../parts/neue-beratung.tsx";
import { gesehene } from "../queries/neue-personen.ts";
import { tagesliste } from "../queries/beratungen.ts";
import { vorgabeOf } from "../rows/vorgabe.ts";
import { gleicheBeratungen, refuseTwice } from "../queries/doppelt.ts";
import { type Vorgefunden, vorgefunden } from "../queries/vorgefunden.ts";
import { ansichtVon, dayOfForm, emptyValues, formularOf } from "../queries/formular.ts";

const permission = "beratung.schreiben";
/** So many of today's entries stand beside the form. */
const SHOWN_TODAY = 12;

const Query = z.object({
  /** A draft to go on with. */
  entwurf: z.uuid().optional(),
  /** A form that was shown and may have been saved since. */
  formular: z.uuid().optional(),
  /** What was saved just now. */
  beratung: z.uuid().optional(),
  /** The day to go on with after saving one of another day. */
  am: z.iso.date().optional(),
  /** Whom it is with: from that person's page. */
  person: z.uuid().optional(),
  /** Where and how long (minutes): from an appointment. */
  ort: z.string().max(60).optional(),
  dauer: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
  /** How one understood each other: from an appointment. */
  sprache: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
  verstaendigung: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
  /** From which case, to go back to it. */
  fall: z.uuid().optional(),
});
type Query = z.output<typeof Query>;

/**
 * The capture page: empty, or with a draft. The id of the form stands in the address, so that the back button, which
 * fetches the page again, does not make another form of it: what was saved from it is shown instead.
 */
export const show = page({
  path: PATH,
  permission,
  notices: getan,
  show: async (visit) => {
    const query = readQuery(Query, visit.url);
    const id = query.entwurf ?? query.formular;
    if (id === undefined) return new Redirect(withForm(`${PATH}${visit.url.search}`));
    const shown = await readAs(visit.actor, async (tx) => {
      // Mostly it is a new form; what the others do not need costs less than to ask one after the other.
      const [f, da] = await Promise.all([
        filled(tx, asking(visit, id), DRAFT, undefined),
        vorgefunden(tx, visit.actor, id),
      ]);
      if (f.continued !== undefined) return seiteOf(tx, visit, f);
      if (da.gespeichert !== undefined) return da.gespeichert;
      return seiteOf(tx, visit, { ...f, values: emptyFor(da.vorgabe, query), draft: { ...f.draft, id } }, { da });
    });
    if (typeof shown === "string") return new Redirect(getan.after(savedPath(shown), "schon"));
    const flash = flashOf(visit, query, shown.f.continued);
    return <NeueBeratung frame={saying(visit.frame, flash)} seite={shown} />;
  },
});

/** The address of a new form, with an id of its own. */
const withForm = (path: string): string =>
  `${path}${path.includes("?") ? "&" : "?"}formular=${encodeURIComponent(crypto.randomUUID())}`;

/** Asks for what was kept of a form that was shown under this id. */
function asking(visit: Visit, id: string): Visit {
  const url = new URL(visit.url);
  url.searchParams.set("entwurf", id);
  return { ...visit, url };
}

function emptyFor(last: Vorgefunden["vorgabe"], { am, person, fall, ...query }: Query): Values {
  const presets = emptyValues(last, am ?? today());
  const told = Object.fromEntries(
    (["ort", "dauer", "sprache", "verstaendigung"] as const).flatMap((name) => {
      const value = query[name];
      return value === undefined ? [] : [[name, [value]]];
    }),
  );
  const empty = { ...presets, ...told };
  const ofFall = fall === undefined ? {} : { fall: [fall] };
  return person === undefined ? empty : { ...empty, ...ofFall, stufe: ["2"], person: [person] };
}

function flashOf({ frame }: Visit, query: Query, continued: Date | undefined): Flash | undefined {
  if (frame.flash !== undefined && query.beratung !== undefined) {
    const next = query.am === undefined ? "" : ` Die nächste ist wieder für den ${tagText(query.am)}.`;
    const link = { label: "Ansehen oder korrigieren", href: `${LIST}/${query.beratung}` };
    return { ...frame.flash, text: `${frame.flash.text}${next}`, link };
  }
  if (query.entwurf === undefined || continued !== undefined) return undefined;
  const link = { label: "Meine Beratungen", href: LIST };
  return { kind: "info", text: "Dieser Entwurf ist schon gespeichert oder verworfen.", link };
}

type Gegeben = { readonly rejected?: Rejected; readonly da?: Vorgefunden };

async function seiteOf(tx: Tx, { actor }: Visit, f: Filled, { rejected, da }: Gegeben = {}): Promise<Seite> {
  const heute = today();
  const leer = rejected === undefined && f.continued === undefined;
  // Kept in memory after the first time: nothing else has to wait for it.
  await codelisten(tx);
  // Nothing depends on what a form asks that is still empty, as long as nobody is chosen or stood in for.
  if (leer && da !== undefined && (f.values["person"] ?? []).length === 0 && actor.konten.length === 1) lastly(tx);
  const [formular, doppelte, liste] = await Promise.all([
    formularOf(tx, actor, f.values, { rejected, leer, da }),
    rejected === undefined ? [] : gleicheBeratungen(tx, gefragt(f.values)),
    tagesliste(tx, actor, heute, SHOWN_TODAY),
  ]);
  return { f, formular, heute, entwuerfe: angefangene(f.begun, formular.listen), doppelte, liste };
}

/** What is asked of a form that came back: whether it was recorded before. */
const gefragt = (values: Values) => ({
  am: dayOfForm(values),
  stufe: first(values, "stufe"),
  personen: (values["person"] ?? []).filter(isId),
  themen: values["themen"] ?? [],
});

/** Saves, or shows the form in another way (`ansicht`): hits of a search, one more person, like the last one. */
export const save = change(
  PATH,
  permission,
  {
    schema: BeratungEingabe,
    draft: DRAFT,
    // Repeating it leads to another new form: the one it led to at first may have been saved since.
    answer: (_, to) => new Redirect(to.startsWith(PATH) ? withForm(to) : addressOf(to)),
    again: (visit, rejected) => again(visit, rejected),
  },
  async (tx, visit, input) => {
    await refuseTwice(tx, datenVon(input), gesehene(input.doppelt));
    const id = await recordBeratung(tx, visit.actor, input);
    if (input.fall !== undefined) return getan.after(`${fallPath(input.fall)}?beratung=${id}`, "kontakt");
    if (visit.url.searchParams.get("weiter") === "zeigen") return getan.after(`${LIST}/${id}`, "gespeichert");
    return getan.after(`${PATH}?beratung=${id}${input.am === today() ? "" : `&am=${input.am}`}`, "gespeichert");
  },
);

/** Shows the form with everything typed. */
async function again(visit: Visit, rejected: Rejected): Promise<Answer> {
  const { seite, flash } = await writeAs(visit.actor, async (tx) => {
    const f = await filled(tx, visit, DRAFT, undefined, rejected);
    const state = await seiteOf(tx, visit, f, { rejected });
    const { values } = state.formular;
    const kept = await keepForm(tx, visit.actor, { id: f.draft.id, form: DRAFT.form, values });
    return { seite: state, flash: kept ?? (await noneBefore(tx, visit, rejected)) };
  });
  const html = <NeueBeratung frame={saying(visit.frame, flash)} seite={seite} />;
  return ansichtVon(rejected) === undefined ? html : new PageAs(html);
}

/** "Wie die letzte" before there was one changes nothing, and says so. */
async function noneBefore(tx: Tx, { actor }: Visit, rejected: Rejected): Promise<Flash | undefined> {
  if (ansichtVon(rejected) !== "letzte" || (await vorgabeOf(tx, actor)) !== undefined) return undefined;
  return { kind: "info", text: "Es gibt noch keine letzte: Das ist die erste Beratung, die Sie erfassen." };
}
