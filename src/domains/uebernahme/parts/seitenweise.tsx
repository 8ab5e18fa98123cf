import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { readQuery } from "../../../platform/form.ts";
import { zahl } from "../../../platform/words.ts";
import { Pages } from "../../../ui/index.ts";

/** Which part of a long list: `?ab=50` begins with the 51st. */
const Query = z.object({ ab: z.coerce.number().int().min(0).max(1_000_000).default(0) });
export const beginOf = (visit: Visit): number => readQuery(Query, visit.url).ab;

type Props = {
  readonly self: string;
  readonly ab: number;
  readonly page: number;
  readonly gesamt: number;
  readonly was: string;
};

/** Back and forth in a list whose length is known. */
export function Seitenweise({ self, ab, page, gesamt, was }: Props) {
  if (gesamt <= page && ab === 0) return null;
  const at = (place: number) => (place <= 0 ? self : `${self}${self.includes("?") ? "&" : "?"}ab=${place}`);
  return (
    <Pages
      before={ab > 0 ? at(ab - page) : undefined}
      after={ab + page < gesamt ? at(ab + page) : undefined}
      place={`${was} ${zahl(Math.min(ab + 1, gesamt))} bis ${zahl(Math.min(ab + page, gesamt))} von ${zahl(gesamt)}`}
    />
  );
}
