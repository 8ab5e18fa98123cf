/** A member at a meeting as it was written to so far. */
export type Post = {
  readonly mitgliedId: string;
  /** Whether it belongs to the body on the day of the meeting. */
  readonly dabei: boolean;
  /** Which version of the invitation it holds; none where it was never sent, or was taken back. */
  readonly folge: number | null;
  /** The highest SEQUENCE that it was ever sent about this meeting. */
  readonly zuletzt: number | null;
};

/** What is to be told: version of the invitation, or that the meeting is called off. */
export type Anlass = { readonly folge: number; readonly methode: "REQUEST" | "CANCEL" };

/** What one address is sent: the invitation, a later version of it, or that it is taken back. `folge`: its SEQUENCE. */
export type Sendung = Anlass & { readonly erste: boolean };

/**
 * What an address is to be sent, given everybody who has it: who left and came back under a new row is the same calendar, and its
 * SEQUENCE rises with everything that is sent there (RFC 5546). Undefined where it holds what it should already.
 */
export function sendungAn(posts: readonly Post[], { folge, methode }: Anlass): Sendung | undefined {
  const dabei = posts.some((one) => one.dabei);
  const holds = posts.flatMap((one) => one.folge ?? []);
  const held = Math.max(-1, ...holds);
  const next = Math.max(folge, 1 + Math.max(-1, ...posts.map(({ zuletzt }) => zuletzt ?? -1)));
  if (dabei && held >= folge) return undefined;
  if (dabei && methode === "REQUEST") return { folge: next, methode: "REQUEST", erste: holds.length === 0 };
  return holds.length === 0 ? undefined : { folge: next, methode: "CANCEL", erste: false };
}

/** What each of them holds once that is sent, or was not needed: whoever was told that it is taken back is nobody's guest. */
export const danach = (posts: readonly Post[], { folge, methode }: Anlass, sendung: Sendung | undefined): Post[] =>
  posts.map((one) => ({
    ...one,
    folge: methode === "REQUEST" && one.dabei ? folge : null,
    zuletzt: sendung === undefined ? one.zuletzt : sendung.folge,
  }));
