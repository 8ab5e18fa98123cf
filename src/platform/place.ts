import { z } from "zod";

/** A place in a list that is ordered by day and id: one of its rows. */
export type Place = { readonly am: string; readonly id: string };

/** Where a page of such a list begins: behind a row (`older`) or before one (`newer`, which wins). Neither is the first page. */
export type From = { readonly older?: Place | undefined; readonly newer?: Place | undefined };

/** A place as it stands in an address: day and id with `_` or `.` between them. Anything else counts as missing there. */
export const placeInAddress = z
  .string()
  .transform((text) => {
    const [, am, id] = /^([\d-]{10})[._]([\da-f-]{36})$/.exec(text) ?? [];
    return { am, id };
  })
  .pipe(z.object({ am: z.iso.date(), id: z.guid() }));
