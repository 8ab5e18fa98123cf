/**
 * A form that keeps what is half typed: the name under which it is kept, what it is called, and the page that continues it.
 * With `:id` in its path a draft belongs to one record (`/personen/:id/bearbeiten`), without it to none yet
 * (`/personen/neu`).
 */
export type DraftForm = { readonly form: string; readonly name: string; readonly resume: string };

const RECORD = ":id";

export const isOfRecord = (form: DraftForm): boolean => form.resume.includes(RECORD);

/** The page of the form, without a draft. */
export const emptyPath = (form: DraftForm, record: string | undefined): string =>
  form.resume.replace(RECORD, encodeURIComponent(record ?? ""));

/** The page that continues a draft. */
export const resumePath = (form: DraftForm, draft: string, record: string | undefined): string =>
  `${emptyPath(form, record)}?entwurf=${encodeURIComponent(draft)}`;

/** Where a draft of a form is thrown away, as a route, or for one record. */
export const discardPath = (form: DraftForm, record = RECORD): string => `${keepPath(form, record)}/verwerfen`;

/** Where the draft of a form is sent to while somebody types, as a route, or for one record. */
export const keepPath = (form: DraftForm, record = RECORD): string =>
  `/entwurf/${form.form}${isOfRecord(form) ? `/${record}` : ""}`;

/** Where what of a form was thrown away last is taken back, as a route and for every record. */
export const restorePath = (form: string): string => `/entwuerfe/${form}/zurueckholen`;

const DISCARDED = "verworfen";

/** The address that says that drafts of a form were thrown away, and offers to take them back. */
export const discardedPath = (form: DraftForm, n: number, path: string): string =>
  n === 0 ? path : `${path}${path.includes("?") ? "&" : "?"}${DISCARDED}=${form.form}.${n}`;

/** What an address says of drafts that were thrown away: of which form, and how many. */
export function discardedIn(address: string): { readonly form: string; readonly n: number } | undefined {
  const said = new URL(address, "http://x").searchParams.get(DISCARDED) ?? "";
  const [, form, n] = /^([a-z-]{1,40})\.(\d{1,2})$/.exec(said) ?? [];
  return form === undefined ? undefined : { form, n: Number(n) };
}
