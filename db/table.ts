import type { FieldClass } from "./field-classes.ts";

/**
 * How a table is declared, once for everything that needs to know it: `src/platform/policies.ts` makes row-level security
 * and grants of it, `src/platform/table-comments.ts` what the database says about itself, `src/betrieb/documents.ts` the
 * tables of the documents. `tests/tables.test.ts` holds it against the database, column by column.
 */
export type Table = Declaration<string> & {
  readonly name: string;
  /** Nothing for the code lists and for the tables of the installation: no tenant. */
  readonly wall: Wall | undefined;
};

/**
 * Walls, all of them in the database:
 *  kreis    everybody of the Kreis (permissions in the code say who may see the page)
 *  protokoll  as kreis, and every row has the database's own time; the pages read that of the own Träger only
 *  traeger  own Träger; the whole Kreis for those who administer it (app.sicht = 'kreis')
 *  konto    own account only, and the program itself before it knows who asks; nobody who administers accounts
 *  entwurf  what an account began to write: own account only, whomever it stands in for, and only while it may act for itself
 *  schluessel  wrapped data keys: own Träger; across the Kreis only those of accounts (a new Träger's first one can be
 *           written, not read, by whoever administers the Kreis); destroyed only with a file of one's own
 *  akte     client data: own Träger AND an account that one may act for today (app.konten: oneself, and whom one stands in
 *           for), whatever the role. No sight of the Kreis opens it, and whose way in somebody else renewed acts for nobody.
 *  freigabe   a copy that leaves a file, as both sides see it: the file's own people as `akte`, and its recipients by their roles
 *  freigabe_teil  what happened to a copy: whoever sees the copy
 *  kopie    what is in a copy: its recipients alone, while it holds; of an offer in full only whoever accepted it
 *  empfang  the private key of recipients: themselves alone; whoever sends the first copy writes it and cannot read it
 *  paar     two files at once: both as `akte`; whoever may not act for one of them learns nothing of the other
 */
export type Wall = "kreis" | "protokoll" | "traeger" | "konto" | "entwurf" | "schluessel" | "akte" | "paar" | Copied;
/** Walls of the copies (0069). */
export type Copied = "freigabe" | "freigabe_teil" | "kopie" | "empfang";

type Declaration<Name extends string> = {
  /** What a row is, in German: the comment of the table, and its line in the record of processing. */
  readonly says: string;
  /** Who answers for the data: the employer, the Kreis, or whoever runs the installation. */
  readonly owner: "traeger" | "kreis" | "betreiber";
  readonly retention: Retention;
  /** What the web process may do with whole rows; which columns it may fill or change the columns say. */
  readonly web: readonly Verb[];
  /** What the worker may do; the Kreis wall holds for it as well. Nothing where it has no job. */
  readonly worker?: readonly WorkerVerb<NoInfer<Name>>[];
  readonly columns: Readonly<Record<Name, Column>>;
  /**
   * What becomes of the rows of a person (`person_id`) who was merged into another, where they are no records. Records, which is what
   * nothing is said of, are read as those of either, and each that was written since can be given to the other when it is undone.
   *  values  said about the person all at once (languages): chosen when merging, as a field is
   *  stays   belongs to the row of the person, whoever is shown for it
   *  named   a row of something else that names her: it may name the other one, nothing of it lies under her key
   */
  readonly merged?: "values" | "stays" | "named";
  /** References to a record that a row does not belong to: it only says on what it leans (a case on a consent). */
  readonly leans?: readonly NoInfer<Name>[];
  /** To which tables a column refers by which a row belongs to another, where its name does not say it (`fall_id` does). */
  readonly hangs?: Readonly<Record<string, readonly string[]>>;
  /** Whether it is counted as somebody's open work and opened by itself. The worker may read it then (db/code/zustaendigkeit.sql). */
  readonly work?: true;
};

export type Verb = "select" | "insert" | "update" | "delete";
export type WorkerVerb<Name extends string> = Verb | "insert like web" | { readonly update: readonly Name[] };

/**
 * When rows go. Tables whose rows go together share one. Periods are defaults to be confirmed by the data-protection
 * officer.
 */
export type Retention = {
  /** What the deletion concept calls the data. */
  readonly data: string;
  readonly period: string;
  /** Whether the program does it by itself already. */
  readonly done: string;
};

/** How long rows are kept; see `Retention`. */
export const keeping = (data: string, period: string, done: string): Retention => ({ data, period, done });

/** `kennung.insert.update.says("…")`: its class, whether the web process may fill and change it, and what it means. */
export type Column = {
  readonly kind: FieldClass;
  readonly verbs: ReadonlySet<Verb>;
  readonly comment: string | undefined;
  readonly insert: Column;
  readonly update: Column;
  readonly says: (comment: string) => Column;
};

const column = (kind: FieldClass, verbs: Column["verbs"] = new Set(), comment?: string): Column => ({
  kind,
  verbs,
  comment,
  get insert() {
    return column(kind, new Set([...verbs, "insert"]), comment);
  },
  get update() {
    return column(kind, new Set([...verbs, "update"]), comment);
  },
  says: (text) => column(kind, verbs, text),
});

export const technik = column("technik");
export const amtlich = column("amtlich");
export const veroeffentlicht = column("veroeffentlicht");
export const kode = column("kode");
export const kennung = column("kennung");
export const inhalt = column("inhalt");
export const hash = column("hash");
export const geheimnis = column("geheimnis");
export const token = column("token");
export const zeitpunkt = column("zeitpunkt");

/** Which record a row is. */
export const KEY = { kreis: technik.insert, id: technik.insert };
/** Whose record a row of a file is; the wall `akte` asks for it. */
export const FILE = {
  kreis: technik.insert,
  traeger_id: technik.insert,
  konto_id: technik.insert.says("Wer die Akte führt; nur dieses Konto sieht sie, und wer heute für es einsteht."),
};
/** Who wrote a row of a file. The database fills it in; no page can. */
export const erfasstVon = technik.says(
  "Wer es schrieb, wenn nicht, wer die Akte führt: in Vertretung, oder vor einer Übergabe. Setzt die Datenbank.",
);
export const version = technik.says("Zählt die Änderungen; ein veralteter Stand wird nicht überschrieben.");

/** What the worker needs to make rows and to take them back: of a list taken over, of a count. */
export const TAKE_OVER = ["select", "insert", "delete"] as const;

/** A table of a Kreis. */
export const table = <Name extends string>(name: string, wall: Wall, declared: Declaration<Name>): Table => ({
  name,
  wall,
  ...declared,
});

/** A table of the installation itself: no tenant, nothing that names a person. */
export const installationTable = <Name extends string>(
  name: string,
  declared: Omit<Declaration<Name>, "owner">,
): Table => ({ name, wall: undefined, owner: "betreiber", ...declared });

/** A dated code list; all of schema `ref` may be read by both processes and written by neither. */
export const codeList = (name: string, says: string, more: Declaration<string>["columns"] = {}): Table => ({
  name,
  wall: undefined,
  says,
  owner: "betreiber",
  retention: keeping("Codelisten", "solange die Installation besteht", "–"),
  web: [],
  columns: {
    code: technik.says("Was gespeichert wird; nie gelöscht, nie umgedeutet."),
    name: amtlich,
    ...more,
    rang: technik.says("Ordnet die Auswahl: Häufiges zuerst."),
    gueltig_ab: technik,
    gueltig_bis: technik.says("Letzter Tag, an dem der Kode gewählt werden kann; leer: gilt weiter."),
  },
});
